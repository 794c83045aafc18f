import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from './check/checker.ts'
import { createEnvironment } from './environment.ts'
import { kubernetesTypes } from './kubernetes-types.ts'
import { kubernetesLibraries } from './library/kubernetes-libraries.ts'
import { formatType, objectType } from './type.ts'

const environment = createEnvironment({
  variables: {
    object: objectType('io.k8s.api.apps.v1.Deployment'),
    self: objectType('io.k8s.api.core.v1.Container'),
    schema: objectType('io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps')
  },
  types: kubernetesTypes,
  libraries: kubernetesLibraries()
})

function typeOf(expression: string): string {
  const result = check(environment, expression)
  return 'issues' in result ? `refused: ${result.issues.map(({ message }) => message)}` : formatType(result.ok.type)
}

test('fields have the types of the API', () => {
  assert.equal(typeOf('self.securityContext.privileged'), 'bool')
  assert.equal(typeOf('object.spec.replicas'), 'int')
  assert.equal(typeOf('object.spec.template.spec.containers'), 'list(io.k8s.api.core.v1.Container)')
  assert.equal(typeOf('object.metadata.labels'), 'map(string, string)')
  assert.equal(typeOf('object.metadata.namespace'), 'string')
  assert.equal(typeOf('self.ports[0].containerPort'), 'int')
})

test('what may be a number or a string is known at run time only', () => {
  assert.equal(typeOf('self.resources.limits'), 'map(string, dyn)')
  assert.equal(typeOf('self.livenessProbe.httpGet.port'), 'dyn')
})

test('times are strings, as objects hold them, until a rule converts them', () => {
  assert.equal(typeOf('object.metadata.creationTimestamp'), 'string')
  assert.equal(typeOf("timestamp(object.metadata.creationTimestamp) < timestamp('2030-01-01T00:00:00Z')"), 'bool')
})

test('names that are no identifiers are escaped', () => {
  assert.equal(typeOf('schema.x__dash__kubernetes__dash__embedded__dash__resource'), 'bool')
  assert.equal(typeOf('object.metadata.__namespace__'), 'string')
})

test('a mistyped field is refused, with the one that was meant', () => {
  const fields =
    'self.?securityContext.?allowPrivilegeEscalation.orValue(true) && self.ports.all(p, p.?hostPort.orValue(0) == 0)'
  assert.equal(typeOf(fields), 'bool')
  for (const name of ['securityContext', 'allowPrivilegeEscalation', 'ports', 'hostPort']) {
    for (const wrong of mutations(name)) {
      const result = check(environment, fields.replace(name, wrong))
      assert.ok('issues' in result, `${wrong} is accepted`)
      assert.equal(result.issues[0]?.suggestion, name, wrong)
    }
  }
})

/** A letter left out, doubled, swapped with the next, in the other case. */
function mutations(name: string): string[] {
  const middle = name.length >> 1
  const [before, at, after] = [name.slice(0, middle), name.charAt(middle), name.slice(middle + 1)]
  const otherCase = at === at.toLowerCase() ? at.toUpperCase() : at.toLowerCase()
  return [
    before + after,
    before + at + at + after,
    before + after.charAt(0) + at + after.slice(1),
    before + otherCase + after
  ]
}
