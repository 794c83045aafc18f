import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Companion } from './companion.ts'
import { companionsOf, type Files } from './companions.fixture.ts'
import type { CompanionOptions } from './companions.ts'

const strict = `
apiVersion: v1
kind: Pod
metadata: { name: strict, namespace: shop }
spec:
  securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
  containers:
    - { name: app, securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } } }
`
const plain =
  'apiVersion: v1\nkind: Pod\nmetadata: { name: plain, namespace: shop }\nspec: { containers: [{ name: app }] }\n'
const privileged = plain.replace('{ name: app }', '{ name: app, securityContext: { privileged: true } }')

function namespace(labels = ''): string {
  return `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { ${labels} } }\n`
}

function labels(files: string[], options: Partial<CompanionOptions> = {}): Companion | undefined {
  const all: Files = Object.fromEntries(files.map((text, index) => [`${index}.yaml`, text]))
  return companionsOf(all, options).find(({ theme }) => theme === 'pod-security')
}

function enforced(companion: Companion | undefined): unknown {
  return companion?.changes[0]?.changes.map(
    ({ path, set }) => `${String(path.at(-1)).replace(/.*\//, '')}=${String(set)}`
  )
}

describe('labels of Pod Security', () => {
  test('enforce the strictest level that everything is fit for', () => {
    const rest = ['enforce-version=latest', 'audit=restricted', 'warn=restricted']
    assert.deepEqual(enforced(labels([namespace(), strict])), ['enforce=restricted', ...rest])
    assert.deepEqual(enforced(labels([namespace(), strict, plain])), ['enforce=baseline', ...rest])
    assert.equal(labels([namespace(), strict, privileged]), undefined)
  })

  test('say what keeps a namespace from the highest level', () => {
    assert.deepEqual(labels([namespace(), strict, plain])?.notes, ['Pod plain does not fit for "restricted" yet'])
  })

  test('are pinned to the version of the cluster where that is known', () => {
    assert.ok((enforced(labels([namespace(), strict], { minor: 33 })) as string[]).includes('enforce-version=v1.33'))
  })

  test('raise what is enforced, and keep what else is written', () => {
    const written =
      'pod-security.kubernetes.io/enforce: baseline, pod-security.kubernetes.io/enforce-version: v1.30, pod-security.kubernetes.io/warn: baseline'
    assert.deepEqual(enforced(labels([namespace(written), strict])), ['enforce=restricted', 'audit=restricted'])
    assert.equal(labels([namespace(written), plain]), undefined)
  })

  test('are safe only where what runs there is seen', () => {
    assert.equal(labels([namespace(), strict])?.grade, 'safe')
    assert.equal(labels([strict])?.grade, 'review')
    assert.equal(labels([namespace()])?.grade, 'breaking')
    const operated = 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nmetadata: { name: k, namespace: shop }\n'
    assert.equal(labels([namespace(), strict, operated])?.grade, 'review')
  })

  test('come with a Namespace where the input has none, and change each one that it has', () => {
    const made = labels([strict])
    assert.equal(made?.objects[0]?.value.kind, 'Namespace')
    assert.deepEqual(made?.changes, [])
    assert.equal(labels([namespace(), namespace('a: b'), strict])?.changes.length, 2)
  })

  test('enforce nothing where a mesh adds what no level allows, or an admission policy sees to it', () => {
    assert.equal(labels([namespace('istio-injection: enabled'), strict]), undefined)
    const defaults =
      'apiVersion: pod-security.admission.config.k8s.io/v1\nkind: PodSecurityConfiguration\ndefaults: { enforce: baseline }\n'
    assert.equal(labels([namespace(), strict, defaults]), undefined)
  })
})
