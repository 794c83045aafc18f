import { isMapping, mappingAt } from '../../../estate/mapping.ts'
import type { Container, PodView } from '../../../estate/workload.ts'
import type { Change } from '../../../yaml/edit/change.ts'
import type { ImageFacts } from '../../images/facts.ts'

const firstFree = 1024
const setting = 'net.ipv4.ip_unprivileged_port_start'

/** The lowest port below 1024 on which a container listens, by what it declares and what is known of its image; null for none. */
export function lowPort({ object }: Container, facts: ImageFacts | null): number | null {
  const declared = Array.isArray(object.ports)
    ? object.ports.flatMap((port: unknown) =>
        isMapping(port) && typeof port.containerPort === 'number' ? [port.containerPort] : []
      )
    : []
  const ports = declared.length > 0 ? declared : (facts?.ports ?? [])
  const low = ports.filter((port) => port > 0 && port < firstFree)
  return low.length === 0 ? null : Math.min(...low)
}

/**
 * Opens ports below 1024 to every user of the pod. The setting belongs to the network of the pod and is one of those that
 * Pod Security allows; runtimes such as containerd 2 set it by themselves. Null where the pod has the network of the node.
 */
export function opensLowPorts({ spec, specPath }: PodView, port: number): readonly Change[] | null {
  if (spec.hostNetwork === true) return null
  const sysctls = mappingAt(spec, 'securityContext')?.sysctls
  const list: readonly unknown[] = Array.isArray(sysctls) ? sysctls : []
  const path = [...specPath, 'securityContext', 'sysctls']
  const index = list.findIndex((sysctl) => isMapping(sysctl) && sysctl.name === setting)
  if (index === -1) return [{ path: [...path, list.length], set: { name: setting, value: '0' } }]
  const known = list[index]
  const value = isMapping(known) ? Number(known.value) : Number.NaN
  return value <= port ? [] : [{ path: [...path, index, 'value'], set: '0' }]
}
