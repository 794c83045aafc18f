import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createEnvironment } from '../environment.ts'
import {
  boolType,
  dynType,
  formatType,
  intType,
  listType,
  objectType,
  stringType,
  type Type,
  type TypeProvider
} from '../type.ts'
import { check } from './checker.ts'

const fields: Readonly<Record<string, Readonly<Record<string, Type>>>> = {
  Pod: { containers: listType(objectType('Container')), hostNetwork: boolType },
  Container: { name: stringType, image: stringType, securityContext: objectType('SecurityContext') },
  SecurityContext: { privileged: boolType, runAsUser: intType }
}

const types: TypeProvider = {
  has: (type) => Object.hasOwn(fields, type),
  field: (type, name) => {
    const found = fields[type]?.[name]
    return found && { type: found }
  },
  fieldNames: (type) => Object.keys(fields[type] ?? {})
}

const environment = createEnvironment({
  variables: { self: objectType('Container'), pod: objectType('Pod'), object: dynType, 'request.user': stringType },
  types
})

/** The type, or the messages of what is wrong. */
function found(expression: string): string {
  const result = check(environment, expression)
  if ('ok' in result) return formatType(result.ok.type)
  return result.issues
    .map(({ message, suggestion }) => (suggestion ? `${message} [${suggestion}]` : message))
    .join('; ')
}

test('types follow from declarations', () => {
  assert.equal(found('self.securityContext.runAsUser + 1'), 'int')
  assert.equal(found('pod.containers.map(c, c.name)'), 'list(string)')
  assert.equal(found('self.?securityContext.?privileged'), 'optional_type(bool)')
  assert.equal(found('object.anything[0].at.all'), 'dyn')
  assert.equal(found('request.user'), 'string')
  assert.equal(found('[]'), 'list(dyn)')
})

test('unknown names are refused with the one that was meant', () => {
  assert.equal(found('self.imge'), "undefined field 'imge' [image]")
  assert.equal(found('has(self.securityContxt)'), "undefined field 'securityContxt' [securityContext]")
  assert.equal(found('self.?securityContext.?priviledged.orValue(false)'), "undefined field 'priviledged' [privileged]")
  assert.equal(found('slef.name'), "undeclared reference to 'slef' (in container '') [self]")
  assert.equal(found("self.name.startWith('a')"), "undeclared reference to 'startWith' (in container '') [startsWith]")
  assert.equal(
    found('pod.containers.all(ctr, crt.name != "")'),
    "undeclared reference to 'crt' (in container '') [ctr]"
  )
})

test('every issue is reported, in order', () => {
  assert.equal(found('self.nam == 1 + "a"').split('; ').length, 2)
})

test('messages are typed by the provider', () => {
  assert.equal(found("Container{name: 'a', ?image: optional.of('b')}"), 'Container')
  assert.equal(found('Container{name: 1}'), "expected type of field 'name' is 'string' but provided type is 'int'")
  assert.equal(found("Container{nme: 'a'}"), "undefined field 'nme' [name]")
  assert.equal(found('Box{}'), "undeclared reference to 'Box' (in container '')")
})

test('two libraries cannot declare one overload', () => {
  const functions = [{ name: 'f', overloads: [{ id: 'size_list', parameters: [], result: intType, call: () => 1 }] }]
  assert.throws(() => createEnvironment({ libraries: [{ name: 'mine', functions }] }), /declared twice/)
})
