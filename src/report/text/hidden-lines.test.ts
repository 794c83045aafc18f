import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { SourceLines } from './source-lines.ts'

/** What is not hidden of a text, line by line. */
function visible(text: string): string[] {
  const source = new SourceLines(() => text)
  return text.split('\n').filter((_, index) => !source.isHidden('a.yaml', index + 1))
}

describe('lines that continue a concealed value', () => {
  const values = {
    'of a block scalar': '- name: A\n  value: |\n    hunter2\n\n    hunter3\n- name: B',
    'of a folded one with indicators': '- name: A\n  value: >-2 # note\n    hunter2\n- name: B',
    'of a block scalar in the first key of an item': '- value: |\n    hunter2\n  name: A',
    'of a tagged one': '- name: A\n  value: !!str |\n    hunter2\n- name: B',
    'of a double-quoted text, however it is indented':
      '- name: A\n  value: "hunter2\nhunter3 \\" hunter4\n    hunter5"\n- b:',
    'of a single-quoted text': "- name: A\n  value: 'hunter2 ''\n hunter3'''\n- name: B",
    'of a plain text': '- name: A\n  value: hunter2\n    hunter3\n- name: B',
    'below its key': '- name: A\n  value:\n    hunter2\n- name: B',
    'below its tagged key': '- name: A\n  value: &anchor\n    hunter2\n- name: B',
    'in flow style': 'env: [{name: A, value: x},\n {name: B, value: hunter2}]\nimage: web',
    'of a mapping in flow style': 'a: {value: "x",\n hunter2: 1}\nimage: web',
    'of data in flow style': 'stringData: {\n  a: hunter2,\n  b: "}"\n}\nspec: {}',
    'of data in JSON': '"data": {\n  "a": "hunter2"\n},\n"spec": {}',
    'of the copy that kubectl keeps': 'kubectl.kubernetes.io/last-applied-configuration: |\n  {"a":"hunter2"}\nname: a',
    'of JSON in a quoted text': 'note: "{\\"value\\":\\"hunter2\n  hunter3\\"}"\nname: a',
    'of a field that is named after a password': '- name: v\n  adminPassword: |\n    hunter2\n  name: b',
    'of a file of a key': 'data:\n  tls.key: |\n    hunter2\n    hunter3\n  a: b',
    'of a flag, as the next item': '- --password\n- hunter2\n- --port\n',
    'of a quoted flag with a comment': '- "--db-token" # why\n- >\n  hunter2\n- --port\n',
    'of a flag in JSON': '"--password",\n"hunter2",\n"--port"\n',
    'that are commented out': '# value: |\n#   hunter2\n# name: A'
  }
  for (const [what, text] of Object.entries(values)) {
    test(what, () => {
      const shown = visible(text).slice(1)
      const secret = shown.filter((line) => /hunter/.test(line) && !/value|env/.test(line))
      assert.deepEqual(secret, [])
      assert.notEqual(shown.length, 0, 'what follows is hidden, too')
    })
  }

  const harmless = [
    '- name: A\n  value: hunter2\n  valueFrom: {}\n- name: B',
    '- name: A\n  value: ""\n- name: B\n  value: "don\'t"\nimage: web',
    'valueFrom:\n  secretKeyRef:\n    name: a',
    'env:\n  - name: A',
    'data:\n  a: b',
    '"env": [\n  {\n    "name": "A",\n    "valueFrom": {}\n  }\n]',
    '#  value: x\n   name: A',
    'value: {{ .Values.a | quote }}\nname: A'
  ]
  for (const text of harmless) {
    test(`none in ${JSON.stringify(text)}`, () => assert.deepEqual(visible(text), text.split('\n')))
  }

  test('are found in a long text in one pass', () => {
    const text = '- name: A\n  value: |\n    hunter2\n'.repeat(50_000)
    const began = performance.now()
    assert.equal(visible(text).filter((line) => line.includes('hunter2')).length, 0)
    assert.ok(performance.now() - began < 5000)
  })
})
