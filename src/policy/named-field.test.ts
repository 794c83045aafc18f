import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeResource } from '../estate/resource.ts'
import { namedField } from './named-field.ts'
import { readPolicy } from './read/read-policy.ts'

function fieldOf(expression: string, variables: Readonly<Record<string, string>> = {}): string {
  const rule = { apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'] }
  const spec = {
    matchConstraints: { resourceRules: [rule] },
    variables: Object.entries(variables).map(([name, text]) => ({ name, expression: text })),
    validations: [{ expression }]
  }
  const object = { metadata: { name: 'p' }, spec }
  const origin = { file: null, document: 0, prefix: [] }
  const read = readPolicy(makeResource('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', object, origin))
  assert.ok('policy' in read, JSON.stringify(read))
  const [validation] = read.policy.validations
  assert.ok(validation)
  return namedField(read.policy, validation).join('.')
}

test('a finding points to the field that all selections of the expression share', () => {
  assert.equal(fieldOf('object.spec.replicas <= 3'), 'spec.replicas')
  assert.equal(fieldOf('has(object.spec.replicas) && object.spec.replicas > 1'), 'spec.replicas')
  assert.equal(
    fieldOf('object.spec.?template.spec.containers.orValue([]).all(c, c.x == 1)'),
    'spec.template.spec.containers'
  )
  assert.equal(fieldOf("object.metadata.labels['a'] == 'b'"), 'metadata.labels')
  assert.equal(fieldOf('object.spec.a == object.spec.b'), 'spec')
  assert.equal(fieldOf('object.spec.a == object.metadata.name'), '')
  assert.equal(fieldOf('true'), '')
})

test('variables count where the expression itself selects nothing', () => {
  const variables = { list: 'object.spec.list', size: 'variables.list.size()' }
  assert.equal(fieldOf('variables.size > 1', variables), 'spec.list')
  assert.equal(fieldOf('object.spec.most > variables.size', variables), 'spec.most')
})
