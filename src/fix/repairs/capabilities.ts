import { effectiveSecurityContext } from '../../estate/effective.ts'
import { mappingAt } from '../../estate/mapping.ts'
import { type Container, containerPath, type PodView } from '../../estate/workload.ts'
import type { Change } from '../../yaml/edit/change.ts'
import { isWithin } from '../grade.ts'
import type { Knowledge } from '../knowledge.ts'
import type { NamedRepair } from '../propose.ts'
import { factsOf, userFor } from './user/known-user.ts'

/** Drops all capabilities and keeps those that the image is known to need. */
export const capabilitiesRepair: NamedRepair = ({ pod, container, control }, { grade, argument }, { knowledge }) => {
  if (pod === null || container === null) return { kind: 'no-fix', reason: control.remedy }
  const base = [...containerPath(pod, container), 'securityContext', 'capabilities']
  const changes: Change[] = [{ path: [...base, 'drop'], set: ['ALL'] }]
  const needed = neededBy(pod, container, knowledge)
  if (needed === null) return { grade, argument, changes }
  const added = listOf(mappingAt(mappingAt(container.object, 'securityContext') ?? {}, 'capabilities')?.add)
  needed
    .filter((name) => !added.includes(name) && !added.includes('ALL'))
    .forEach((name, index) => {
      changes.push({ path: [...base, 'add', added.length + index], set: name })
    })
  const kept = needed.length === 0 ? 'needs none of them' : `keeps ${needed.join(', ')}`
  return { grade, argument: `The image is known: it ${kept}. See that this one is built like it.`, changes }
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
