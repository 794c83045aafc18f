import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { unifiedDiff } from './unified-diff.ts'

describe('a unified diff', () => {
  test('shows the least that changes, also where few lines between changes stay', () => {
    const before = 'pod:\n  token: true\n  env:\n    A: "1"\nlast: true\n'
    const after = 'pod:\n  token: false\n  env:\n    A: "1"\n  context:\n    nonRoot: true\nlast: true\n'
    assert.equal(
      unifiedDiff('a.yaml', before, after),
      `--- a/a.yaml
+++ b/a.yaml
@@ -1,5 +1,7 @@
 pod:
-  token: true
+  token: false
   env:
     A: "1"
+  context:
+    nonRoot: true
 last: true
`
    )
  })

  test('of a new file comes from nowhere', () => {
    assert.equal(unifiedDiff('a b.yaml', null, 'a: 1\n'), '--- /dev/null\n+++ b/a b.yaml\t\n@@ -0,0 +1 @@\n+a: 1\n')
  })
})
