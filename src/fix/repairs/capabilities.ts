import { effectiveSecurityContext } from '../../estate/effective.ts'
import { isMapping, mappingAt } from '../../estate/mapping.ts'
import { type Container, containerPath, type PodView } from '../../estate/workload.ts'
import type { Change } from '../../yaml/edit/change.ts'
import { isWithin } from '../grade.ts'
import type { Knowledge } from '../knowledge.ts'
import type { NamedRepair } from '../propose.ts'
import { factsOf, userFor } from './user/known-user.ts'
import { lowPort } from './user/low-ports.ts'
import { rootsCommand } from './user/root-use.ts'

/** Drops all capabilities and keeps those that the image is known to need. */
export const capabilitiesRepair: NamedRepair = ({ pod, container, control }, { grade, argument }, { knowledge }) => {
  if (pod === null || container === null) return { kind: 'no-fix', reason: control.remedy }
  const base = [...containerPath(pod, container), 'securityContext', 'capabilities']
  const added = listOf(mappingAt(mappingAt(container.object, 'securityContext') ?? {}, 'capabilities')?.add)
  const known = neededBy(pod, container, knowledge)
  const isRoot = !runsAsUser(pod, container, knowledge)
  const bind = isRoot && lowPort(container, factsOf(container, knowledge)) !== null ? ['NET_BIND_SERVICE'] : []
  const changes: Change[] = [{ path: [...base, 'drop'], set: ['ALL'] }]
  new Set([...(known ?? []), ...bind]).values().forEach((name) => {
    if (added.includes(name) || added.includes('ALL')) return
    changes.push({ path: [...base, 'add', added.length + changes.length - 1], set: name })
  })
  const command = isRoot ? rootsCommand(container) : null
  if (command !== null)
    return { grade: 'breaking', argument: `It runs ${command} as root, which takes capabilities.`, changes }
  if (known === null) return { grade, argument, changes }
  const kept = known.length === 0 ? 'needs none of them' : `keeps ${known.join(', ')}`
  if (isHeld(pod, container) && factsOf(container, knowledge)?.certainty !== 'name')
    return {
      grade: 'safe',
      argument: `The container runs without root and cannot gain privileges; its image ${kept}.`,
      changes
    }
  return { grade, argument: `The image is known: it ${kept}. See that this one is built like it.`, changes }
}

/**
 * Whether a container has no capability now and cannot get one. Even so, dropping them is not safe by itself: a program
 * whose file carries capabilities is not executed where these are dropped.
 */
function isHeld(pod: PodView, container: Container): boolean {
  const { runAsNonRoot, runAsUser, allowPrivilegeEscalation, privileged, capabilities } = effectiveSecurityContext(
    pod.spec,
    container
  )
  const isUser = typeof runAsUser === 'number' ? runAsUser > 0 : runAsNonRoot === true
  const added = isMapping(capabilities) ? listOf(capabilities.add) : []
  return isUser && allowPrivilegeEscalation === false && privileged !== true && added.length === 0
}

/** The capabilities that a container's image needs for what it will run as; null where that is not known. */
function neededBy(pod: PodView, container: Container, knowledge: Knowledge): readonly string[] | null {
  const facts = factsOf(container, knowledge)
  if (facts === null) return null
  return runsAsUser(pod, container, knowledge) ? facts.capabilities.asUser : facts.capabilities.asRoot
}

/** Whether the container runs as a user other than root, or will by its other fix. */
function runsAsUser(pod: PodView, container: Container, knowledge: Knowledge): boolean {
  const { runAsNonRoot, runAsUser } = effectiveSecurityContext(pod.spec, container)
  if (runAsNonRoot === true || (typeof runAsUser === 'number' && runAsUser > 0)) return true
  // On the network of the node, nobody but root opens such a port.
  if (pod.spec.hostNetwork === true && lowPort(container, factsOf(container, knowledge)) !== null) return false
  const choice = userFor(pod, container, knowledge)
  return 'grade' in choice && isWithin(choice.grade, knowledge.ceiling)
}

/** Takes away a capability that the manifest asks for, unless the image is known to need it. */
export const addedCapabilityRepair: NamedRepair = (subject, { grade, argument }, { knowledge }) => {
  const { pod, container, self, field, control } = subject
  if (pod === null || container === null) return { kind: 'no-fix', reason: control.remedy }
  const name = String(self).replace(/^CAP_/, '')
  if (neededBy(pod, container, knowledge)?.includes(name) === true)
    return { kind: 'no-fix', reason: `the image is known to need ${name} for what it runs as` }
  return { grade, argument, changes: [{ path: field, remove: true }] }
}

/** Drops NET_RAW beside what is dropped already, or takes it out of what is added. */
export const netRawRepair: NamedRepair = ({ pod, container, rule, field, control }, { grade, argument }) => {
  if (pod === null || container === null) return { kind: 'no-fix', reason: control.remedy }
  if (rule?.each !== 'container') {
    return {
      grade: 'breaking',
      argument: 'The manifest asks for the capability, and what needs it fails.',
      changes: [{ path: field, remove: true }]
    }
  }
  const dropped = listOf(mappingAt(mappingAt(container.object, 'securityContext') ?? {}, 'capabilities')?.drop)
  return { grade, argument, changes: [{ path: [...field, dropped.length], set: 'NET_RAW' }] }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
