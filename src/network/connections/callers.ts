import type { Estate } from '../../estate/estate.ts'
import { type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import type { Network } from '../network.ts'
import type { Connection } from './connection.ts'
import { listed, type Services } from './services.ts'

/** Connections that the API server makes: to webhooks, converters of custom resources and aggregated APIs. */
export function apiServerConnections(estate: Estate, { namespaces }: Network, services: Services): Connection[] {
  const clients = [
    ...['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].flatMap((kind) =>
      estate
        .ofKind(kind)
        .flatMap((resource) =>
          listed(resource.object.webhooks).map(({ clientConfig }) => ({ resource, config: clientConfig }))
        )
    ),
    ...estate.ofKind('CustomResourceDefinition').map((resource) => {
      const conversion = mappingAt(mappingAt(resource.object, 'spec') ?? {}, 'conversion') ?? {}
      return {
        resource,
        config: mappingAt(conversion, 'webhook')?.clientConfig ?? conversion.webhookClientConfig
      }
    }),
    ...estate.ofKind('APIService').map((resource) => ({ resource, config: resource.object.spec }))
  ]
  return clients.flatMap(({ resource, config }) => {
    const reference = serviceIn(config)
    if (reference === null) return []
    const service = services.named(namespaces.named(reference.namespace), reference.name)
    if (service === undefined) return []
    return services.targetsOf(service, reference.port).map(
      (target): Connection => ({
        // Nobody can say in a policy where the API server is.
        from: { is: 'everyone' },
        ...target,
        proof: `${nameOf(resource)} has the API server call Service ${reference.name}`,
        assumed: null
      })
    )
  })
}

function nameOf({ kind, name }: Resource): string {
  return `${kind} ${name ?? ''}`
}

function serviceIn(config: unknown): { name: string; namespace: string; port: number } | null {
  const holder = typeof config === 'object' && config !== null ? (config as Mapping) : {}
  const service = mappingAt(holder, 'service')
  const name = service === undefined ? null : stringAt(service, 'name')
  const namespace = service === undefined ? null : stringAt(service, 'namespace')
  if (name === null || namespace === null) return null
  return { name, namespace, port: typeof service?.port === 'number' ? service.port : 443 }
}
