import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Checked } from '../check/checked.ts'
import { check } from '../check/checker.ts'
import { createEnvironment } from '../environment.ts'
import { kubernetesTypes } from '../kubernetes-types.ts'
import { kubernetesLibraries } from '../library/kubernetes-libraries.ts'
import { dynType, objectType } from '../type.ts'
import { CelError, type CelValue } from '../values.ts'
import { compile, compileToSource } from './compile.ts'

const environment = createEnvironment({
  variables: {
    self: objectType('io.k8s.api.core.v1.Container'),
    pod: objectType('io.k8s.api.core.v1.PodSpec'),
    object: dynType
  },
  types: kubernetesTypes,
  libraries: kubernetesLibraries()
})

function checked(expression: string): Checked {
  const result = check(environment, expression)
  if ('issues' in result) throw new Error(`${expression}: ${result.issues[0]?.message}`)
  return result.ok
}

function evaluate(expression: string, bindings: Record<string, CelValue>): CelValue | CelError {
  return compile(checked(expression))(bindings)
}

/** What stands between the function's own `try` and its `catch`. */
function body(expression: string): string {
  const { source } = compileToSource(checked(expression))
  return source.slice(source.indexOf('try {') + 'try {'.length, source.lastIndexOf('} catch')).trim()
}

test('a typed optional chain is a chain of property reads', () => {
  const js = body('!self.?securityContext.?privileged.orValue(false)')
  assert.match(js, /^return !\(v\d+\?\.securityContext\?\.privileged \?\? false\)$/)
})

test('what cannot fail is not tried, and no function is made', () => {
  const js = body('pod.containers.all(c, has(c.securityContext) || c.?image.orValue("") == "a")')
  assert.doesNotMatch(js, /try|=>|function/)
})

test('what may fail before a term that decides is tried', () => {
  assert.match(body('self.image == "a" || self.name == "b"'), /try/)
  assert.doesNotMatch(body('has(self.image) && self.image == "b"'), /try/)
})

test('null and absent fields of typed data are no value', () => {
  const expression = 'self.?securityContext.?runAsUser.orValue(7)'
  for (const securityContext of [undefined, null, {}, { runAsUser: null }]) {
    assert.equal(evaluate(expression, { self: { securityContext } as never }), 7)
  }
  assert.equal(evaluate(expression, { self: { securityContext: { runAsUser: 0 } } }), 0)
  assert.equal(evaluate('has(self.image)', { self: { image: null } }), false)
})

test('data of the wrong type gives an error or a value, and never throws', () => {
  const rules = [
    'pod.containers.all(c, c.image.startsWith("a"))',
    'pod.containers.exists(c, c.ports.all(p, p.containerPort + 1 > 2))',
    'pod.containers.map(c, c.?securityContext.?capabilities.?drop.orValue([]))',
    'pod.volumes.filter(v, has(v.hostPath) && v.hostPath.path.matches("^/var"))',
    'pod.nodeSelector.all(k, v, k + v != "")',
    'pod.?securityContext.?sysctls[0].name.orValue("") == "x" || size(pod.containers) in [1, 2]',
    'object.a.b[0] + object.c > 1 && object.d',
    'object.transformMap(k, v, string(v) + k)'
  ].map((rule) => compile(checked(rule)))
  const keys = fc.constantFrom(
    'containers',
    'image',
    'ports',
    'volumes',
    'hostPath',
    'path',
    'securityContext',
    'a',
    'b'
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, 0, 1.5, -1, true, 'a', '', 2n ** 62n),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 3 })
    )
  }))
  fc.assert(
    fc.property(value, (data) => {
      for (const rule of rules) rule({ pod: data as CelValue, object: data as CelValue })
    })
  )
})

test('an unbound variable is an error', () => {
  const result = evaluate('object.a', {})
  assert.ok(result instanceof CelError)
  assert.equal(result.message, 'no such attribute(s): object')
})

test('an error tells where', () => {
  const result = evaluate('object.a + 1 / object.b', { object: { a: 1, b: 0 } })
  assert.deepEqual([result], [new CelError('division by zero', 13)])
})

test('no text of an expression becomes code', () => {
  const nasty = String.raw`"); throw 1; ("\u2028${'$'}{1}*/`
  const literal = JSON.stringify(nasty)
  assert.equal(evaluate(`object[${literal}]`, { object: { [nasty]: 1 } }), 1)
  assert.equal(evaluate(`{${literal}: 2}[${literal}]`, {}), 2)
  assert.equal(evaluate('object.`a-b/c d`', { object: { 'a-b/c d': 3 } }), 3)
  assert.equal(evaluate("{'__proto__': 4}.__proto__", {}), 4)
})

test('constants are made once', () => {
  const { source } = compileToSource(checked("quantity('1Gi').isGreaterThan(quantity(self.name))"))
  const preamble = source.slice(0, source.indexOf('return function'))
  assert.match(preamble, /"1Gi"/)
})
