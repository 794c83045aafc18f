import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Mapping } from '../../src/estate/mapping.ts'
import { readBinding } from '../../src/policy/read/read-binding.ts'
import { readPolicy } from '../../src/policy/read/read-policy.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'
import { asResource } from './written-policies.ts'

let server: Kubetest | { readonly skipped: string }
before(async () => {
  server = await startKubetest()
})
after(() => {
  if ('stop' in server) server.stop()
})

const rule = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }
const good = { matchConstraints: { resourceRules: [rule] }, validations: [{ expression: 'true' }] }

/** What a specification of a policy is changed by, and whether the API server then still takes it. */
const policies: readonly (readonly [change: Mapping, isTaken: boolean])[] = [
  [{}, true],
  [{ validations: [{ expression: 'object.x' }] }, false],
  [{ validations: [{ expression: 'object.x == 1' }] }, true],
  [{ validations: [{ expression: "object.x + 'a'" }] }, false],
  [{ validations: [{ expression: 'params.x == 1' }] }, false],
  [{ paramKind: { apiVersion: 'v1', kind: 'ConfigMap' }, validations: [{ expression: 'params.x == 1' }] }, true],
  [{ validations: [{ expression: 'request.userInfo.nam == "x"' }] }, false],
  [{ validations: [{ expression: 'namespaceObject.metadata.uid == "x"' }] }, false],
  [{ validations: [{ expression: 'namespaceObject.metadata.UID == "x"' }] }, true],
  [{ validations: [{ expression: 'namespaceObject.metadata.creationTimestamp == "x"' }] }, false],
  [{ validations: [{ expression: 'request.namespace == "x" && request.name == "y"' }] }, true],
  [{ validations: [{ expression: 'request.object == null' }] }, false],
  [{ validations: [{ expression: 'variables.x == 1' }] }, false],
  [{ variables: [{ name: 'x', expression: '1' }], validations: [{ expression: 'variables.x == 1' }] }, true],
  [{ variables: [{ name: 'x', expression: '1' }], validations: [{ expression: "variables.x == 'a'" }] }, false],
  [
    {
      variables: [
        { name: 'y', expression: 'variables.x' },
        { name: 'x', expression: '1' }
      ]
    },
    false
  ],
  [
    { variables: [{ name: 'x', expression: 'quantity("1")' }], validations: [{ expression: "variables.x == 'a'" }] },
    true
  ],
  [
    { variables: [{ name: 'x', expression: '[quantity("1")]' }], validations: [{ expression: 'variables.x[0] == 1' }] },
    true
  ],
  [
    { variables: [{ name: 'x', expression: 'object.?a' }], validations: [{ expression: 'variables.x.hasValue()' }] },
    true
  ],
  [{ variables: [{ name: 'x', expression: 'request' }], validations: [{ expression: 'variables.x.foo == 1' }] }, true],
  [
    { variables: [{ name: 'x', expression: '{"a": 1}' }], validations: [{ expression: 'variables.x.b == "1"' }] },
    false
  ],
  [{ matchConditions: [{ name: 'a', expression: '1' }] }, false],
  [
    { variables: [{ name: 'x', expression: 'true' }], matchConditions: [{ name: 'a', expression: 'variables.x' }] },
    false
  ],
  [{ matchConditions: [{ name: 'a', expression: 'authorizer.path("/x").check("get").allowed()' }] }, true],
  [{ validations: [{ expression: 'true', messageExpression: 'object.x' }] }, false],
  [{ validations: [{ expression: 'true', messageExpression: 'string(object.x)' }] }, true],
  [{ validations: [{ expression: 'true', messageExpression: 'authorizer.path("/x").check("get").reason()' }] }, false],
  [{ validations: [{ expression: 'authorizer.path("/x").check("get").reason() == ""' }] }, true],
  [{ validations: [{ expression: 'authorizer.requestResource.check("get").allowed()' }] }, true],
  [
    {
      validations: [
        { expression: 'authorizer.group("").resource("pods").namespace("a").name("b").check("x").errored()' }
      ]
    },
    true
  ],
  [{ validations: [{ expression: 'authorizer.group("").name("b").check("x").allowed()' }] }, false],
  [
    {
      validations: [
        {
          expression:
            'authorizer.serviceAccount("a", "b").group("").resource("x").fieldSelector("a=b").check("l").error() == ""'
        }
      ]
    },
    true
  ],
  [{ validations: [{ expression: 'true', message: 'a\nb' }] }, false],
  [{ validations: [{ expression: 'true', reason: 'Unauthorized' }] }, false],
  [{ validations: [] }, false],
  [{ validations: [], auditAnnotations: [{ key: 'a', valueExpression: '"x"' }] }, true],
  [{ validations: [], auditAnnotations: [{ key: 'a', valueExpression: 'object.x' }] }, false],
  [{ validations: [], auditAnnotations: [{ key: 'a', valueExpression: 'null' }] }, true],
  [{ matchConstraints: {} }, false],
  [{ matchConstraints: { resourceRules: [{ ...rule, operations: [] }] } }, false],
  [{ matchConstraints: { resourceRules: [{ ...rule, scope: 'Nowhere' }] } }, false],
  [{ matchConstraints: { resourceRules: [rule], matchPolicy: 'Any' } }, false],
  [
    {
      matchConstraints: { resourceRules: [rule], objectSelector: { matchExpressions: [{ key: 'a', operator: 'Is' }] } }
    },
    false
  ],
  [{ failurePolicy: 'Maybe' }, false]
]

test('what the API server takes for a policy is one, and nothing else', async (t) => {
  if (!('stop' in server)) return t.skip(server.skipped)
  for (const [index, [change, isTaken]] of policies.entries()) {
    const apiVersion = 'admissionregistration.k8s.io/v1'
    const spec = { ...good, ...change }
    const object = { apiVersion, kind: 'ValidatingAdmissionPolicy', metadata: { name: `p-${index}` }, spec }
    const path = `/apis/${apiVersion}/validatingadmissionpolicies?dryRun=All`
    const { status, body } = await server.call('POST', path, object)
    assert.equal(status === 201, isTaken, `${JSON.stringify(change)}: ${JSON.stringify(body)}`)
    const ours = readPolicy(asResource(object))
    const told = 'problems' in ours ? ours.problems.map(({ message }) => message).join('; ') : 'taken'
    assert.equal('policy' in ours, isTaken, `${JSON.stringify(change)}: ${told}`)
  }
})

const bindings: readonly (readonly [spec: Mapping, isTaken: boolean])[] = [
  [{ policyName: 'a', validationActions: ['Deny'] }, true],
  [{ policyName: 'a', validationActions: ['Warn', 'Audit'] }, true],
  [{ policyName: 'a', validationActions: ['Deny', 'Warn'] }, false],
  [{ policyName: 'a', validationActions: [] }, false],
  [{ policyName: 'a', validationActions: ['Refuse'] }, false],
  [{ validationActions: ['Deny'] }, false],
  [{ policyName: 'a', validationActions: ['Deny'], paramRef: { name: 'x', parameterNotFoundAction: 'Deny' } }, true],
  [{ policyName: 'a', validationActions: ['Deny'], paramRef: { name: 'x' } }, false],
  [{ policyName: 'a', validationActions: ['Deny'], paramRef: { parameterNotFoundAction: 'Deny' } }, false],
  [
    {
      policyName: 'a',
      validationActions: ['Deny'],
      paramRef: { name: 'x', selector: {}, parameterNotFoundAction: 'Deny' }
    },
    false
  ],
  [{ policyName: 'a', validationActions: ['Deny'], paramRef: { selector: {}, parameterNotFoundAction: 'Allow' } }, true]
]

test('what the API server takes for a binding is one, and nothing else', async (t) => {
  if (!('stop' in server)) return t.skip(server.skipped)
  for (const [index, [spec, isTaken]] of bindings.entries()) {
    const apiVersion = 'admissionregistration.k8s.io/v1'
    const object = { apiVersion, kind: 'ValidatingAdmissionPolicyBinding', metadata: { name: `b-${index}` }, spec }
    const path = `/apis/${apiVersion}/validatingadmissionpolicybindings?dryRun=All`
    const { status, body } = await server.call('POST', path, object)
    assert.equal(status === 201, isTaken, `${JSON.stringify(spec)}: ${JSON.stringify(body)}`)
    assert.equal('binding' in readBinding(asResource(object)), isTaken, JSON.stringify(spec))
  }
})
