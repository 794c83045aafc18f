import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findApplications } from '../applications/applications.ts'
import { application, estateOf, workerNamespace } from '../estate.fixture.ts'
import { documentedFacts, type RtfFacts } from '../facts/facts.ts'
import { factsWith } from '../facts/overrides.ts'
import { parseRtfVersion } from '../facts/version.ts'
import { FreshnessJudge } from './freshness.ts'

function template(namespace: string, spec: string): string {
  return `---
apiVersion: rtf.mulesoft.com/v1
kind: KubernetesTemplate
metadata: {name: mule-application, namespace: ${namespace}}
spec: ${spec}
`
}

/** Whether the one application is current, and which keys it does not show or tell. */
function freshnessOf(
  manifests: readonly string[],
  version = '3.0.277',
  facts: RtfFacts = documentedFacts
): readonly [state: string, missing: readonly string[], untold: readonly string[]] {
  const estate = estateOf(workerNamespace('production', 'rtf'), ...manifests)
  const [only] = findApplications(estate)
  assert.ok(only !== undefined)
  const { state, missing, untold } = new FreshnessJudge(estate, facts).judge(only, parseRtfVersion(version))
  return [state, missing, untold]
}

const place = { namespace: 'production', name: 'orders', id: 'a1' }
const hardened = `
          securityContext: {seccompProfile: {type: RuntimeDefault}}
          resources: {limits: {ephemeral-storage: 4096Mi}}
          env: [{name: ENABLE_CONSOLE_LOG, value: "true"}]
      automountServiceAccountToken: false
      serviceAccountName: orders
      nodeSelector: {kubernetes.io/os: linux, region: us-east}
      tolerations: [{key: mule, operator: Exists, effect: NoSchedule}, {key: other, operator: Exists}]
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {rtf.mulesoft.com/id: a1}}
`
const asks = `
  pod:
    containerSecurityContext: {seccompProfile: {type: RuntimeDefault}}
    ephemeralStorageLimit: 4Gi
    automountServiceAccountToken: false
    nodeSelector: {region: us-east}
    tolerations: [{key: mule, operator: Exists, effect: NoSchedule}]
    env: {ENABLE_CONSOLE_LOG: "true", DISABLE_PER_APP_SA: "false", ENABLE_READINESS_PROBE_ON_HTTP_GET: "false"}
    topologySpreadConstraints:
      - maxSkew: 1
        topologyKey: topology.kubernetes.io/zone
        whenUnsatisfiable: ScheduleAnyway
        labelSelector: {matchLabels: {rtf.mulesoft.com/id: "{{ .Values.id }}"}}`

describe('an application of Runtime Manager', () => {
  test('without a template is asked for nothing', () => {
    assert.deepEqual(freshnessOf([application(place)]), ['no-template', [], []])
  })

  test('that shows every setting is current, whatever else it has', () => {
    assert.deepEqual(freshnessOf([application(place, hardened), template('rtf', asks)]), ['current', [], []])
  })

  test('deployed before the template is told with what it lacks', () => {
    const [state, missing] = freshnessOf([application(place), template('rtf', asks)])
    assert.equal(state, 'redeploy')
    assert.deepEqual(missing, [
      'pod.containerSecurityContext.seccompProfile',
      'pod.nodeSelector.region',
      'pod.env.ENABLE_CONSOLE_LOG',
      'pod.env.DISABLE_PER_APP_SA',
      'pod.tolerations',
      'pod.topologySpreadConstraints',
      'pod.ephemeralStorageLimit',
      'pod.automountServiceAccountToken'
    ])
  })

  test('is not asked for what its version does not know or Runtime Fabric fixes', () => {
    const spec = '{pod: {automountServiceAccountToken: false, env: {X: "1"}, containerSecurityContext: {runAsUser: 7}}}'
    assert.equal(freshnessOf([application(place), template('rtf', spec)], '2.5.1')[0], 'current')
    const fixed = factsWith({ assume: { 'automount-token': 'fixed' } })
    assert.equal(freshnessOf([application(place), template('rtf', spec)], '3.0.1', fixed)[0], 'current')
    assert.equal(freshnessOf([application(place), template('rtf', spec)], '3.0.1')[0], 'redeploy')
  })

  test('is asked of every container for its security context where that is said to reach them', () => {
    const sidecar = application(
      place,
      `          securityContext: {seccompProfile: {type: RuntimeDefault}}
        - {name: anypoint-monitoring, image: registry.example/mulesoft/dias-anypoint-monitoring-sidecar:v2}
`
    )
    const manifests = [
      sidecar,
      template('rtf', '{pod: {containerSecurityContext: {seccompProfile: {type: RuntimeDefault}}}}')
    ]
    assert.equal(freshnessOf(manifests)[0], 'current')
    const all = factsWith({ assume: { 'security-context-reach': 'all' } })
    assert.equal(freshnessOf(manifests, '3.0.277', all)[0], 'redeploy')
  })

  test('a template of another name or namespace is none of its own', () => {
    const others = [template('rtf', asks).replace('name: mule-application', 'name: other'), template('elsewhere', asks)]
    assert.equal(freshnessOf([application(place), ...others])[0], 'no-template')
  })

  test('what was not read or cannot be filled in is untold, never missing', () => {
    const spec =
      '{service: {metadata: {labels: {team: a}}}, pod: {nodeSelector: {a: "{{ .Values.unheard }}"}, ephemeralStorageLimit: 4gb}}'
    assert.deepEqual(freshnessOf([application(place), template('rtf', spec)]), [
      'current',
      [],
      ['service.metadata.labels.team', 'pod.nodeSelector.a', 'pod.ephemeralStorageLimit']
    ])
  })
})

describe('two templates', () => {
  const seccomp = (type: string): string => `{pod: {containerSecurityContext: {seccompProfile: {type: ${type}}}}}`
  const localhost = template('production', seccomp('Localhost'))

  test('that differ leave it undecided where one is met', () => {
    const both = [application(place, hardened), template('rtf', seccomp('RuntimeDefault')), localhost]
    assert.equal(freshnessOf(both)[0], 'undecided')
    const namespace = factsWith({ assume: { 'template-precedence': 'namespace' } })
    assert.equal(freshnessOf(both, '3.0.277', namespace)[0], 'redeploy')
    const agents = factsWith({ assume: { 'template-precedence': 'agent' } })
    assert.equal(freshnessOf(both, '3.0.277', agents)[0], 'current')
  })

  test('of which neither is met make it old, whichever counts', () => {
    assert.equal(
      freshnessOf([application(place), template('rtf', seccomp('RuntimeDefault')), localhost])[0],
      'redeploy'
    )
  })
})

describe('an application of Anypoint Controller', () => {
  const custom = (pod: string): string => `---
apiVersion: rtf.mulesoft.com/v1
kind: MuleApplication
metadata: {name: orders, namespace: production}
spec: {pod: ${pod}}
`

  test('takes no template, and what its own asks for is on its way', () => {
    assert.equal(freshnessOf([application(place), template('rtf', asks), custom('{}')])[0], 'current')
    const waiting = freshnessOf([application(place), custom('{automountServiceAccountToken: false}')])
    assert.deepEqual(waiting, ['pending', ['pod.automountServiceAccountToken'], []])
    assert.equal(freshnessOf([custom('{automountServiceAccountToken: false}')])[0], 'not-read')
  })
})
