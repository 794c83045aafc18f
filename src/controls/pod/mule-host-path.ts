import { isMapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import { shown } from '../../estate/shown.ts'
import { rtfKinds } from '../../rtf/facts/names.ts'
import { fails, passes } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { isOfRtf } from '../judging/runtime-fabric/settings-holders.ts'

export const muleHostPath = defineControl({
  id: 'mule-host-path',
  title: 'Mule applications mount no folder of their node',
  severity: 'high',
  why: 'A MuleApplication may have any volume. Through a folder of the node an application reads what others keep there, and may change what the node runs.',
  remedy:
    'Use a PersistentVolumeClaim for data, a Secret or the Secrets Store CSI driver for credentials, and the monitoring sidecar or Log4j for logs.',
  maps: {
    guide: ['pod.technical-control.breakout'],
    nsa: ['1.11'],
    cis: { '1.8': ['5.2.12'], '1.12': ['5.2.11'] },
    attack: ['T1611']
  },
  analyse: {
    reads: [rtfKinds.application],
    *inspect(resource) {
      if (!isOfRtf(resource)) return
      const { volumes } = mappingAt(resource.object, 'spec') ?? {}
      let clean = true
      for (const [index, volume] of (Array.isArray(volumes) ? volumes : []).entries()) {
        if (!isMapping(volume) || volume.hostPath === undefined || volume.hostPath === null) continue
        clean = false
        const name = stringAt(volume, 'name') ?? String(index)
        const path = stringAt(mappingAt(volume, 'hostPath') ?? {}, 'path') ?? 'a path'
        yield fails(resource, `volume "${shown(name)}" mounts ${shown(path)} of the node`, {
          path: ['spec', 'volumes', index, 'hostPath'],
          item: name
        })
      }
      if (clean) yield passes(resource)
    }
  },
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: MuleApplication
      metadata:
        name: orders-api
        namespace: mule-production
      spec:
        volumes:
          - name: orders
            persistentVolumeClaim:
              claimName: orders
      `
    ],
    fail: [
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: MuleApplication
      metadata:
        name: orders-api
        namespace: mule-production
      spec:
        volumes:
          - name: drop
            hostPath:
              path: /srv/drop
      `
    ]
  }
})
