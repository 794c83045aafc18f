import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { typeNamed } from './api-types.ts'
import { validateObject, validateResource } from './validate.ts'

/** Problems as `path: expected, not actual`, sorted. */
function problems(resource: Record<string, unknown>): string[] {
  return validateResource(resource)
    .map(({ path, expected, actual }) => `${path.join('.')}: ${expected}, not ${actual}`)
    .sort()
}

function pod(spec: unknown): Record<string, unknown> {
  return { apiVersion: 'v1', kind: 'Pod', spec }
}

describe('typed decoding', () => {
  test('accepts what the API server accepts', () => {
    const resources = { limits: { cpu: 2, memory: '1.5Gi', 'nvidia.com/gpu': '1' }, requests: null }
    const container = { name: 'app', ports: [{ containerPort: 80 }], resources, anything: { goes: 1 } }
    assert.deepEqual(problems(pod({ containers: [container], nodeSelector: null })), [])
    assert.deepEqual(problems({ apiVersion: 'example.com/v1', kind: 'Anything', spec: 5 }), [])
  })

  test('tells values of a wrong type', () => {
    const container = { name: 5, command: 'sleep', env: [{ name: 'A', value: 8080 }], tty: 'true', ports: {} }
    assert.deepEqual(problems(pod({ containers: [container, 'x'], hostPID: 'no', volumes: { name: 'v' } })), [
      'spec.containers.0.command: a list, not a string',
      'spec.containers.0.env.0.value: a string, not a number',
      'spec.containers.0.name: a string, not a number',
      'spec.containers.0.ports: a list, not an object',
      'spec.containers.0.tty: a boolean, not a string',
      'spec.containers.1: an object, not a string',
      'spec.hostPID: a boolean, not a string',
      'spec.volumes: a list, not an object'
    ])
  })

  test('tells values of a wrong form', () => {
    const resources = { limits: { memory: '1GB', cpu: 'two' } }
    const container = {
      name: 'a',
      resources,
      livenessProbe: { httpGet: { port: 1.5 } },
      ports: [{ containerPort: 3e9 }]
    }
    assert.deepEqual(problems(pod({ containers: [container] })), [
      'spec.containers.0.livenessProbe.httpGet.port: an integer or a string, not the number 1.5',
      'spec.containers.0.ports.0.containerPort: a 32-bit integer, not the number 3000000000',
      'spec.containers.0.resources.limits.cpu: a quantity such as 500m or 1.5Gi, not the string "two"',
      'spec.containers.0.resources.limits.memory: a quantity such as 500m or 1.5Gi, not the string "1GB"'
    ])
  })

  test('never shows what may be secret', () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', data: { token: 'hunter2!' } }
    assert.deepEqual(problems(secret), ['data.token: base64, not other text'])
    const numbers = { apiVersion: 'v1', kind: 'Secret', stringData: { pin: 31337 }, data: { big: 31337n } }
    assert.deepEqual(problems(numbers), ['data.big: base64, not a number', 'stringData.pin: a string, not a number'])
  })

  test('wants a spec where the API server wants something in it', () => {
    assert.deepEqual(problems(pod(null)), ['spec: an object, not null'])
    assert.deepEqual(problems({ apiVersion: 'apps/v1', kind: 'Deployment' }), ['spec: an object, not nothing'])
    assert.deepEqual(problems({ apiVersion: 'v1', kind: 'Service', spec: null }), [])
  })

  test('takes no stack for depth, and lists no more than a hundred problems', () => {
    const type = typeNamed('io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps')
    assert.ok(type)
    let schema: Record<string, unknown> = { title: 1 }
    for (let i = 0; i < 100_000; i++) schema = { not: schema }
    assert.equal(validateObject(type, schema)[0]?.path.length, 100_001)
    const volumes = Array.from({ length: 1000 }, () => 1)
    assert.equal(validateResource(pod({ containers: [], volumes })).length, 100)
  })
})
