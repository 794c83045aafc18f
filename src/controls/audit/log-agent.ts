import { anchorKinds } from '../../estate/cluster-anchor.ts'
import { defineControl } from '../define-control.ts'
import { requiredOnNodes } from '../judging/required-component.ts'

/** By image. */
const known: readonly (readonly [RegExp, string])[] = [
  [/\/fluent-?bit/, 'Fluent Bit'],
  [/\/fluentd/, 'Fluentd'],
  [/\/filebeat|\/elastic-agent/, 'Elastic'],
  [/\/promtail$|\/alloy$|\/grafana\/agent$/, 'Grafana'],
  [/\/vector$/, 'Vector'],
  [/\/opentelemetry-collector|\/otelcol|\/splunk-otel-collector/, 'OpenTelemetry'],
  [/\/datadog\/agent$|\/gcr\.io\/datadoghq\/agent$|^gcr\.io\/datadoghq\/agent$|\/datadog-agent/, 'Datadog'],
  [/\/cloudwatch-agent$|\/aws-for-fluent-bit/, 'CloudWatch'],
  [/\/ama-logs|\/ciprod$|\/containerinsights/, 'Azure Monitor'],
  [/\/fluentbit|\/fluent-/, 'Fluent Bit'],
  [/\/syslog-ng|\/axosyslog|\/rsyslog/, 'syslog'],
  [
    /\/logdna|\/mezmo|\/sumologic|\/newrelic|\/dynatrace|\/oneagent|\/coralogix|\/logzio|\/observe-agent/,
    'a commercial agent'
  ]
]

export const logAgent = defineControl({
  id: 'log-agent',
  title: 'An agent on every node gathers logs',
  severity: 'medium',
  why: 'Logs on a node are gone with it, and whoever takes over the node deletes them first. Without copies elsewhere, nobody can tell what happened.',
  remedy:
    'Run an agent such as Fluent Bit, Vector or Alloy as a `DaemonSet`, and let it send the logs to a store outside the cluster.',
  maps: {
    guide: ['audit.aggregate', 'audit.persist'],
    nsa: ['4.7'],
    attack: ['T1070'],
    microsoft: ['MS-TA9021'],
    owasp: { '2022': ['K05'], '2025': ['K10'] }
  },
  analyse: {
    reads: anchorKinds,
    byName: anchorKinds,
    judge: (estate) => requiredOnNodes(estate, known, 'no DaemonSet of the cluster gathers logs')
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
      ---
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: logging
        namespace: logging
      spec:
        selector:
          matchLabels:
            app: logging
        template:
          metadata:
            labels:
              app: logging
          spec:
            containers:
              - name: agent
                image: fluent/fluent-bit:4.1.1
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
      `
    ]
  }
})
