import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Mapping } from '../../estate/mapping.ts'
import { makeResource } from '../../estate/resource.ts'
import { changed } from '../../yaml/edit/changed.ts'
import { documentedFacts } from '../facts/facts.ts'
import { factsWith } from '../facts/overrides.ts'
import { parseRtfVersion } from '../facts/version.ts'
import { DefinitionSchema } from './definition-schema.ts'
import { planSettings, type SettingsContext } from './plan-settings.ts'

function context(version: string, more: Partial<SettingsContext> = {}): SettingsContext {
  const parsed = parseRtfVersion(version)
  assert.ok(parsed)
  return { facts: documentedFacts, version: parsed, route: 'runtime-manager', schema: null, boundAccounts: [], ...more }
}

function template(spec: Mapping, name = 'mule-application'): Mapping {
  return { apiVersion: 'rtf.mulesoft.com/v1', kind: 'KubernetesTemplate', metadata: { name, namespace: 'rtf' }, spec }
}

const hardened = {
  pod: {
    containerSecurityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    automountServiceAccountToken: false
  }
}

describe('settings of a template', () => {
  test('are made where the version takes them, and not again', () => {
    const empty = template({})
    const { changes, left } = planSettings(empty, context('3.0.277'))
    assert.deepEqual(changed(empty, changes), template(hardened))
    assert.deepEqual(left, [])
    assert.deepEqual(planSettings(template(hardened), context('3.0.277')).changes, [])
  })

  test('of an older version are left, with the version that takes them', () => {
    const { changes, left } = planSettings(template({}), context('2.5.3'))
    assert.deepEqual(
      changes.map(({ path }) => path.join('.')),
      ['spec.pod.containerSecurityContext.runAsNonRoot', 'spec.pod.containerSecurityContext.seccompProfile']
    )
    assert.deepEqual(left, [
      {
        key: 'spec.pod.automountServiceAccountToken',
        remark: 'Runtime Fabric 2.5.3 ignores it: upgrade to 2.6'
      }
    ])
  })

  test('go by the definition that is installed before the facts', () => {
    const properties = {
      pod: { properties: { containerSecurityContext: { 'x-kubernetes-preserve-unknown-fields': true } } }
    }
    const schema = { openAPIV3Schema: { properties: { spec: { properties } } } }
    const definition = makeResource(
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
      { spec: { versions: [{ name: 'v1', schema }] } },
      { file: null, document: 0, prefix: [] }
    )
    const { changes, left } = planSettings(
      template({}),
      context('3.0.277', { schema: new DefinitionSchema(definition, 'v1') })
    )
    assert.equal(changes.length, 2)
    assert.deepEqual(left, [
      {
        key: 'spec.pod.automountServiceAccountToken',
        remark: 'the definition that is installed does not know this key'
      }
    ])
  })

  test('leave the token to applications that use it, and what Runtime Fabric is said to fix', () => {
    const bound = planSettings(template({}), context('3.0.277', { boundAccounts: ['mule-production/stock-api'] }))
    assert.match(bound.left[0]?.remark ?? '', /roles are bound to their accounts: mule-production\/stock-api/)
    const facts = factsWith({ assume: { 'automount-token': 'fixed' } })
    assert.equal(
      planSettings(template({}), context('3.0.277', { facts })).left[0]?.remark,
      'Runtime Fabric sets this itself'
    )
  })

  test('leave no empty mapping behind', () => {
    const shared = template({ pod: { ...hardened.pod, env: { DISABLE_PER_APP_SA: 'true' } } })
    assert.deepEqual(changed(shared, planSettings(shared, context('3.0.277')).changes), template(hardened))
  })

  test('mend what is wrong in what is there, and say what has no effect', () => {
    const wrong = template(
      {
        pod: {
          containerSecurityContext: {
            readOnlyRootFilesystem: true,
            seccompProfile: { type: 'Unconfined' },
            runAsNonRoot: true
          },
          podSecurityContext: { fsGroup: 1 },
          ephemeralStorageLimit: '4gb',
          env: { DISABLE_PER_APP_SA: 'true', ENABLE_CONSOLE_LOG: 'true', MY_OWN: 'x' }
        },
        service: { metadata: { labels: { team: 'a' } } }
      },
      'mule'
    )
    const { changes, ineffective } = planSettings(wrong, context('3.0.277'))
    assert.deepEqual(changed(wrong, changes), {
      ...template({
        pod: {
          containerSecurityContext: {
            readOnlyRootFilesystem: true,
            seccompProfile: { type: 'RuntimeDefault' },
            runAsNonRoot: true
          },
          podSecurityContext: { fsGroup: 1 },
          ephemeralStorageLimit: '4Gi',
          env: { ENABLE_CONSOLE_LOG: 'true', MY_OWN: 'x' },
          automountServiceAccountToken: false
        },
        service: { metadata: { labels: { team: 'a' } } }
      })
    })
    assert.deepEqual(
      ineffective.map(({ key }) => key),
      ['spec.pod.containerSecurityContext.readOnlyRootFilesystem', 'spec.pod.podSecurityContext', 'spec.pod.env.MY_OWN']
    )
  })
})
