import { isMapping } from '../../estate/mapping.ts'
import { shown } from '../../estate/shown.ts'
import { fails, type Inspection, passes } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { unencryptedOutput } from '../judging/log-outputs.ts'

const analyse: Inspection = {
  reads: ['ConfigMap'],
  *inspect(resource) {
    const { data } = resource.object
    let judged = false
    let clean = true
    for (const [key, value] of Object.entries(isMapping(data) ? data : {})) {
      const found = typeof value === 'string' ? unencryptedOutput(value) : null
      if (found === null) continue
      judged = true
      if (found === 'encrypted') continue
      clean = false
      yield fails(resource, `key ${shown(key)} lets a log agent send logs by "${found.output}" without TLS`, {
        path: ['data', key],
        item: key
      })
    }
    if (judged && clean) yield passes(resource)
  }
}

export const logTransport = defineControl({
  id: 'log-transport',
  title: 'Log agents send logs over TLS',
  severity: 'low',
  why: 'Logs hold names, addresses and at times credentials. Whoever is on the way reads them, and can leave out what would give them away.',
  remedy: 'Turn on TLS in the output of the agent, and let it verify the certificate of the store.',
  maps: {
    guide: ['audit.aggregate'],
    nsa: ['4.9'],
    attack: ['T1557', 'T1070'],
    owasp: { '2022': ['K05'], '2025': ['K10'] }
  },
  analyse,
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: fluent-bit
      data:
        outputs.conf: |
          [OUTPUT]
              Name            es
              Match           *
              Host            logs.example
              tls             On
        promtail.yaml: |
          clients:
            - url: https://loki.example/loki/api/v1/push
        fluent.conf: |
          <match **>
            @type elasticsearch
            host logs.example
            scheme https
          </match>
        filebeat.yml: |
          output.elasticsearch:
            hosts: ["https://logs.example:9200"]
      `,
      `
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
      data:
        url: http://web.shop
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: fluent-bit
      data:
        outputs.conf: |
          [INPUT]
              Name            tail
              tls             On
          [OUTPUT]
              Name            es
              Match           *
              Host            logs.example
      `,
      `
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: agents
      data:
        promtail.yaml: |
          clients:
            - url: http://loki.logging:3100/loki/api/v1/push
        fluent.conf: |
          <match **>
            @type elasticsearch
            host logs.example
          </match>
        filebeat.yml: |
          output.elasticsearch:
            hosts: ["http://logs.example:9200"]
      `
    ]
  }
})
