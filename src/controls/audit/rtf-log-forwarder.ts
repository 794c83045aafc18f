import { isMapping, mappingAt } from '../../estate/mapping.ts'
import { fails, passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

/** DaemonSets by which versions before 3.0 read the logs of nodes. */
const forwarders: ReadonlySet<string> = new Set(['am-log-forwarder', 'external-log-forwarder'])

export const rtfLogForwarder = defineControl({
  id: 'rtf-log-forwarder',
  title: "Runtime Fabric's log forwarder mounts no folders of nodes",
  severity: 'medium',
  why: 'Up to 2.11 the forwarder writes below /var/lib of every node and reads the logs of all pods, so that its namespace cannot be held to the level baseline. Since 3.0 a sidecar of each application forwards its logs.',
  remedy:
    'Let applications forward their logs by the monitoring sidecar, redeploy them, upgrade to 3.0 and delete the DaemonSet that is left.',
  maps: { guide: ['audit.aggregate', 'pod.technical-control.breakout'], nsa: ['1.11'], attack: ['T1611'] },
  analyse: {
    reads: ['DaemonSet'],
    *inspect(resource, pods): Iterable<Verdict> {
      if (!forwarders.has(resource.name ?? '')) return
      const mounts = pods.flatMap(({ spec, specPath }) =>
        (Array.isArray(spec.volumes) ? spec.volumes : []).flatMap((volume: unknown, index) =>
          isMapping(volume) && mappingAt(volume, 'hostPath') !== undefined ? [[...specPath, 'volumes', index]] : []
        )
      )
      const [first] = mounts
      yield first === undefined
        ? passes(resource)
        : fails(resource, 'the log forwarder of Runtime Fabric mounts folders of every node', { path: first })
    }
  },
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: am-log-forwarder
        namespace: rtf
      spec:
        selector:
          matchLabels:
            app: am-log-forwarder
        template:
          metadata:
            labels:
              app: am-log-forwarder
          spec:
            containers:
              - name: forwarder
                image: registry.example/mulesoft/rtf-log-forwarder:v1
      `
    ],
    fail: [
      `
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: am-log-forwarder
        namespace: rtf
      spec:
        selector:
          matchLabels:
            app: am-log-forwarder
        template:
          metadata:
            labels:
              app: am-log-forwarder
          spec:
            containers:
              - name: forwarder
                image: registry.example/mulesoft/rtf-log-forwarder:v1
            volumes:
              - name: logs
                hostPath:
                  path: /var/log/pods
      `
    ]
  }
})
