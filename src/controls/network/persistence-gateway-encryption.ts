import { rtfKinds } from '../../rtf/facts/names.ts'
import { fails } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { isOfRtf } from '../judging/runtime-fabric/settings-holders.ts'

export const persistenceGatewayEncryption = defineControl({
  id: 'persistence-gateway-encryption',
  title: 'What Mule applications keep does not travel to its database in plain text',
  severity: 'medium',
  why: 'The persistence gateway speaks to PostgreSQL without TLS and supports nothing else. Whoever is on the way reads the state of applications and the password of the database.',
  remedy:
    'Keep the database in a network of its own with the cluster, or put a proxy that speaks TLS in front of it inside the cluster; limit egress of the gateway to it by a NetworkPolicy, and put what is left on record as an exception.',
  maps: { guide: ['network.firewall', 'network.isolation'], nsa: ['2.20'], attack: ['T1557'] },
  analyse: {
    reads: [rtfKinds.persistence],
    *inspect(resource) {
      if (!isOfRtf(resource)) return
      yield fails(resource, 'the persistence gateway speaks to its database without TLS, as it cannot do otherwise', {
        path: ['spec', 'objectStore', 'backendDriver']
      })
    }
  },
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: MuleApplication
      metadata:
        name: orders-api
        namespace: mule-production
      spec:
        persistentObjectStore: false
      `
    ],
    fail: [
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: PersistenceGateway
      metadata:
        name: persistent-gateway-config
        namespace: rtf
      spec:
        objectStore:
          backendDriver: postgresql
          secretRef:
            name: persistence-gateway-creds
      `
    ]
  }
})
