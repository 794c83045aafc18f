import type { Resource } from '../estate/resource.ts'
import { labelsOf } from '../estate/selectors.ts'
import type { ExceptionSelector } from './exception.ts'

/** Whether an exception is about an object, and about the container in it where a finding names one. */
export type SelectorMatch = (resource: Resource, container: string | null) => boolean

/** Takes a selector apart once, since it is asked about many objects. */
export function selectorMatch({ namespaces, kinds, names, labels, containers }: ExceptionSelector): SelectorMatch {
  const inNamespace = anyOf(namespaces)
  const ofKind = anyOf(kinds)
  const named = anyOf(names)
  const inContainer = anyOf(containers)
  const wanted = Object.entries(labels ?? {})
  return (resource, container) => {
    if (ofKind !== null && !ofKind(resource.kind)) return false
    if (named !== null && !named(resource.name ?? '')) return false
    if (inNamespace !== null && !inNamespace(namespaceOf(resource) ?? '')) return false
    if (inContainer !== null && (container === null || !inContainer(container))) return false
    if (wanted.length === 0) return true
    const own = labelsOf(resource)
    return wanted.every(([key, value]) => own[key] === value)
  }
}

/** A manifest that names no namespace is applied to `default`; a namespace lies in itself. */
function namespaceOf({ kind, apiVersion, name, namespace, origin }: Resource): string | null {
  if (kind === 'Namespace' && apiVersion === 'v1') return name
  return namespace ?? (origin.file === null ? null : 'default')
}

function anyOf(patterns: readonly string[] | undefined): ((text: string) => boolean) | null {
  if (patterns === undefined) return null
  const exact = new Set(patterns.filter((pattern) => !pattern.includes('*')))
  const wild = patterns.filter((pattern) => pattern.includes('*')).map((pattern) => pattern.split('*'))
  return (text) => exact.has(text) || wild.some((pieces) => fits(text, pieces))
}

/** Whether a text is these pieces with anything between them. Each piece is looked for once, so no pattern is slow. */
function fits(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces
  const last = rest.pop() ?? ''
  if (!text.startsWith(first) || text.length < first.length + last.length) return false
  const end = text.length - last.length
  let at = first.length
  for (const piece of rest) {
    const found = text.indexOf(piece, at)
    if (found === -1 || found + piece.length > end) return false
    at = found + piece.length
  }
  return text.endsWith(last)
}
