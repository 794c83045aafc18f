import { effectiveSecurityContext } from '../../estate/effective.ts'
import { isMapping, type Mapping, mappingAt } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import { type Container, containerPath, type PodView } from '../../estate/workload.ts'
import { parseQuantity } from '../../kubernetes/quantity/parse.ts'
import { Quantity } from '../../kubernetes/quantity/quantity.ts'
import type { Refusal } from './refusal.ts'

/** What one container may not say together. */
export function containerRefusals(view: PodView, container: Container): readonly Refusal[] {
  const path = containerPath(view, container)
  return [...escalation(container, path), ...rootUser(view, container, path), ...resources(container.object, path)]
}

function escalation({ object }: Container, path: Path): Refusal[] {
  const context = mappingAt(object, 'securityContext')
  if (context?.allowPrivilegeEscalation !== false) return []
  const fields = [[...path, 'securityContext', 'allowPrivilegeEscalation']]
  if (context.privileged === true) {
    return [{ fields, reason: 'the API server refuses allowPrivilegeEscalation: false beside privileged: true' }]
  }
  const added = mappingAt(context, 'capabilities')?.add
  if (!Array.isArray(added) || !added.some((name) => name === 'CAP_SYS_ADMIN' || name === 'SYS_ADMIN')) return []
  return [{ fields, reason: 'the API server refuses allowPrivilegeEscalation: false beside the capability SYS_ADMIN' }]
}

/** Accepted by the API server, and never started by the kubelet. */
function rootUser(view: PodView, container: Container, path: Path): Refusal[] {
  const { runAsNonRoot, runAsUser } = effectiveSecurityContext(view.spec, container)
  if (runAsNonRoot !== true || runAsUser !== 0) return []
  const fields = [path, view.specPath].flatMap((base) => [
    [...base, 'securityContext', 'runAsNonRoot'],
    [...base, 'securityContext', 'runAsUser']
  ])
  return [{ fields, reason: 'the kubelet does not start a container with runAsUser: 0 and runAsNonRoot: true' }]
}

function resources(object: Mapping, path: Path): Refusal[] {
  const { limits, requests } = mappingAt(object, 'resources') ?? {}
  const refusals: Refusal[] = []
  for (const name of ['cpu', 'memory', 'ephemeral-storage']) {
    const limit = quantityAt(limits, name)
    const request = quantityAt(requests, name)
    if (limit === null || request === null || request.compareTo(limit) <= 0) continue
    const fields = ['limits', 'requests'].map((list) => [...path, 'resources', list, name])
    refusals.push({ fields, reason: `the API server refuses a limit below the request for ${name}` })
  }
  return refusals
}

function quantityAt(list: unknown, name: string): Quantity | null {
  const value = isMapping(list) ? list[name] : undefined
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const read = parseQuantity(String(value))
  return read instanceof Quantity ? read : null
}
