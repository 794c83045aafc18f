import { mappingAt } from '../../../estate/mapping.ts'
import type { Resource } from '../../../estate/resource.ts'

/** One of the objects that a HTTPRouteTemplate makes for each endpoint: text with placeholders, so not YAML to be read. */
export interface RouteResource {
  readonly index: number
  readonly text: string
  /** Such as `Ingress`; empty where the text names none. */
  readonly kind: string
}

/** The objects of a HTTPRouteTemplate. */
export function routeResources({ object }: Resource): RouteResource[] {
  const { resources } = mappingAt(object, 'spec') ?? {}
  return (Array.isArray(resources) ? resources : []).flatMap((text: unknown, index) =>
    typeof text === 'string' ? [{ index, text, kind: /^kind:[ \t]*["']?(\w+)/m.exec(text)?.[1] ?? '' }] : []
  )
}

/** The endpoints of a HTTPRouteTemplate. */
export function baseEndpoints({ object }: Resource): { readonly index: number; readonly endpoint: string }[] {
  const { baseEndpoints: endpoints } = mappingAt(object, 'spec') ?? {}
  return (Array.isArray(endpoints) ? endpoints : []).map((endpoint: unknown, index) => ({
    index,
    endpoint: String(endpoint)
  }))
}
