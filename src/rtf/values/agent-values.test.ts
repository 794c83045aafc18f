import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { formatPath } from '../../estate/path.ts'
import { parseYaml } from '../../yaml/parse.ts'
import { documentedFacts } from '../facts/facts.ts'
import { agentValues, valuesRemarks } from './agent-values.ts'

function remarked(yaml: string): string[] | null {
  const found = agentValues(parseYaml(yaml)[0]?.value)
  return found === null ? null : valuesRemarks(found, documentedFacts).map(({ path }) => formatPath(path))
}

describe("values of the agent's chart", () => {
  test('are told by their keys, also within those of another chart', () => {
    assert.equal(remarked('replicas: 1\nproxy: {http_proxy: http://a:b@c}\n'), null)
    assert.equal(remarked('apiVersion: v1\nkind: ConfigMap\nactivationData: a\nmuleLicense: b\n'), null)
    const good = 'global: {authorizedNamespaces: true, image: {rtfRegistry: registry.shop.example/mulesoft}}\n'
    assert.deepEqual(remarked(good), [])
    assert.deepEqual(remarked(`rtf-agent:\n  ${good}`), [])
  })

  test('are remarked on with their places, and never told', () => {
    const values = `
activationData: not-a-real-one
muleLicense: <mule_license_key>
proxy:
  http_proxy: http://mule:not-a-real-one@10.0.0.1:8080
  monitoring_proxy: socks5://10.0.0.2:8080
global:
  image: {rtfRegistry: rtf-runtime-registry.kqa.msap.io}
`
    assert.deepEqual(remarked(values), [
      'proxy.http_proxy',
      'proxy.monitoring_proxy',
      'global.image.rtfRegistry',
      'global.authorizedNamespaces',
      'activationData'
    ])
    const found = agentValues(parseYaml(values)[0]?.value)
    assert.ok(found !== null)
    for (const { message } of valuesRemarks(found, documentedFacts)) assert.doesNotMatch(message, /not-a-real-one/)
  })
})
