import type { FixGrade } from '../../../controls/control.ts'
import { type Mapping, mappingAt } from '../../../estate/mapping.ts'
import { type Container, containerPath, type PodView } from '../../../estate/workload.ts'
import type { Change } from '../../../yaml/edit/change.ts'
import { compareGrades, isWithin } from '../../grade.ts'
import type { Knowledge } from '../../knowledge.ts'
import type { NamedRepair, RepairContext } from '../../propose.ts'
import type { Proposal } from '../../repair.ts'
import type { Subject } from '../../subject.ts'
import { factsOf, type NoUser, type UserChoice, userFor } from './known-user.ts'
import { lowPort, opensLowPorts } from './low-ports.ts'
import { sharesVolumes } from './volume-group.ts'

const contextFields = ['runAsNonRoot', 'runAsUser', 'runAsGroup'] as const

/** Moves a container, or all of a pod, from root to a user of its own, with what the program then needs. */
export const userRepair: NamedRepair = (subject, _, context) => {
  const { pod, container } = subject
  const { knowledge, peers } = context
  if (pod === null) return { kind: 'no-fix', reason: subject.control.remedy }
  const whole =
    container === null || peers.some((peer) => peer.pod === pod && asksForUser(peer, null))
      ? ofPod(pod, knowledge)
      : null
  if (container === null) return whole ?? { kind: 'no-fix', reason: subject.control.remedy }
  const own = ofContainer(pod, container, context, (choice, base) => asUser(pod, container, choice, base, knowledge))
  // What is repaired for the whole pod need not be said again for each container.
  return whole !== null && costsNoMore(whole, own) ? whole : own
}

function costsNoMore(whole: Proposal, own: Proposal): boolean {
  return 'changes' in whole && (!('changes' in own) || compareGrades(whole.grade, own.grade) <= 0)
}

/** Gives a container a primary group of its own. */
export const groupRepair: NamedRepair = (subject, fix, context) => {
  const { pod, container } = subject
  if (pod === null || container === null) return { kind: 'no-fix', reason: subject.control.remedy }
  const shared = groupOfPod(pod, container, context)
  const proposal = ofContainer(pod, container, context, (choice, base) => {
    const { gid, uid, grade, argument } = choice
    const changes: Change[] = [shared ?? { path: [...base, 'runAsGroup'], set: gid ?? uid ?? 0 }]
    const volumes = needsNothing(pod, choice) ? [] : volumesFor(pod, choice, context.knowledge)
    return { grade, argument, changes: [...changes, ...volumes] }
  })
  if (!('changes' in proposal)) return proposal
  const choice = userFor(pod, container, context.knowledge)
  if ('gid' in choice && choice.gid === null && context.knowledge.choices.group === null)
    return { kind: 'choice', reason: 'the image grants its files to group 0: --group says which other may use them' }
  return proposal.grade === 'breaking' ? proposal : { ...proposal, grade: 'review', argument: fix.argument }
}

/** The group that the repair of the whole pod gives to a container that names none; null where there is none. */
function groupOfPod(pod: PodView, { object }: Container, { knowledge, peers }: RepairContext): Change | null {
  if (mappingAt(object, 'securityContext')?.runAsGroup !== undefined) return null
  if (!peers.some((peer) => peer.pod === pod && asksForUser(peer, null))) return null
  const whole = ofPod(pod, knowledge)
  const path = [...pod.specPath, 'securityContext', 'runAsGroup']
  if (!('changes' in whole) || !isWithin(whole.grade, knowledge.ceiling)) return null
  return whole.changes.find((change) => sameText(change.path, path)) ?? null
}

/** @param proposed What is proposed for a security context at this path. */
function ofContainer(
  pod: PodView,
  container: Container,
  context: RepairContext,
  proposed: (choice: UserChoice, base: Change['path']) => Proposal
): Proposal {
  const { knowledge } = context
  const choice = userFor(pod, container, knowledge)
  if ('reason' in choice) return { kind: 'choice', reason: choice.reason }
  const own = [...containerPath(pod, container), 'securityContext']
  return proposed(choice, isSharedByAll(pod, choice, context) ? [...pod.specPath, 'securityContext'] : own)
}

/** Who runs as before has what it takes; Windows has neither these ports nor groups. */
function needsNothing(pod: PodView, { isNew }: UserChoice): boolean {
  return !isNew || isWindows(pod)
}

/** @param base The security context that is to name the user. */
function asUser(
  pod: PodView,
  container: Container,
  choice: UserChoice,
  base: Change['path'],
  knowledge: Knowledge
): Proposal {
  const changes = userChanges(pod, choice, base)
  if (needsNothing(pod, choice)) return { grade: choice.grade, argument: choice.argument, changes }
  return withNeeds(pod, container, choice, changes, knowledge)
}

function userChanges(pod: PodView, choice: UserChoice, base: Change['path']): readonly Change[] {
  const changes: Change[] = [{ path: [...base, 'runAsNonRoot'], set: true }]
  if (isWindows(pod)) return changes
  if (choice.uid !== null) changes.push({ path: [...base, 'runAsUser'], set: choice.uid })
  if (choice.isNew && choice.gid !== null) changes.push({ path: [...base, 'runAsGroup'], set: choice.gid })
  return changes
}

/** What a program needs beside its number: ports below 1024, and volumes that it may write. */
function withNeeds(
  pod: PodView,
  container: Container,
  choice: UserChoice,
  changes: readonly Change[],
  knowledge: Knowledge
): Proposal {
  const { grade, argument } = choice
  const port = lowPort(container, factsOf(container, knowledge))
  const opens = port === null ? [] : opensLowPorts(pod, port)
  if (opens === null) {
    return {
      grade: 'breaking',
      argument: `It listens on port ${port} of the node, which is closed to users other than root.`,
      changes
    }
  }
  return { grade, argument, changes: [...changes, ...opens, ...volumesFor(pod, choice, knowledge)] }
}

function volumesFor(pod: PodView, { gid }: UserChoice, knowledge: Knowledge): readonly Change[] {
  return gid === null ? [] : sharesVolumes(pod, firstGroup(pod, knowledge) ?? gid)
}

/** Volumes have one group for the whole pod. */
function firstGroup(pod: PodView, knowledge: Knowledge): number | null {
  for (const container of pod.containers) {
    const choice = userFor(pod, container, knowledge)
    if ('gid' in choice && choice.isNew && choice.gid !== null) return choice.gid
  }
  return null
}

/** Whether all containers get the same and none says otherwise: then the pod says it once. */
function isSharedByAll(pod: PodView, choice: UserChoice, { knowledge, peers }: RepairContext): boolean {
  if (saysUser(pod.spec) || pod.containers.some(({ object }) => saysUser(object))) return false
  return pod.containers.every((container) => {
    const other = userFor(pod, container, knowledge)
    return 'grade' in other && isSame(other, choice) && peers.some((peer) => asksForUser(peer, container))
  })
}

function saysUser(holder: Mapping): boolean {
  const context = mappingAt(holder, 'securityContext')
  return context !== undefined && contextFields.some((field) => context[field] !== undefined)
}

/** @param wanted Null for the pod itself. */
function asksForUser({ container, control }: Subject, wanted: Container | null): boolean {
  const { fix } = control
  return container?.object === wanted?.object && fix !== undefined && 'repair' in fix && fix.repair === 'user'
}

function isSame(a: UserChoice, b: UserChoice): boolean {
  return a.uid === b.uid && a.gid === b.gid && a.grade === b.grade && a.isNew === b.isNew
}

/** The pod itself names root or allows it: what its containers have of it changes, too. */
function ofPod(pod: PodView, knowledge: Knowledge): Proposal {
  const base = [...pod.specPath, 'securityContext']
  const changes: Change[] = [{ path: [...base, 'runAsNonRoot'], set: true }]
  const choices: (readonly [Container, UserChoice])[] = []
  for (const container of pod.containers) {
    const choice: UserChoice | NoUser = userFor(pod, container, knowledge)
    if ('reason' in choice) return { kind: 'choice', reason: choice.reason }
    choices.push([container, choice])
  }
  const [first] = choices
  if (first === undefined) return { kind: 'no-fix', reason: 'the pod has no container' }
  const isOne = choices.every(([{ object }, choice]) => isSame(choice, first[1]) && !saysUser(object))
  if (!(isOne && first[1].uid !== null) && mappingAt(pod.spec, 'securityContext')?.runAsUser === 0)
    changes.push({ path: [...base, 'runAsUser'], remove: true })
  let worst: { readonly grade: FixGrade; readonly argument: string } = first[1]
  for (const [container, choice] of choices) {
    const own = isOne ? base : [...containerPath(pod, container), 'securityContext']
    const needed = asUser(pod, container, choice, own, knowledge)
    if (!('changes' in needed)) return needed
    for (const change of needed.changes) {
      if (!isSaid(change, changes) && !isInherited(change, container, own)) changes.push(change)
    }
    if (compareGrades(needed.grade, worst.grade) > 0) worst = needed
  }
  return { grade: worst.grade, argument: worst.argument, changes }
}

function isSaid({ path }: Change, changes: readonly Change[]): boolean {
  return changes.some((other) => sameText(other.path, path))
}

/** A container that does not say itself whether it may be root has it from its pod. */
function isInherited({ path }: Change, { object }: Container, own: Change['path']): boolean {
  return sameText(path, [...own, 'runAsNonRoot']) && mappingAt(object, 'securityContext')?.runAsNonRoot === undefined
}

function sameText(a: Change['path'], b: Change['path']): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function isWindows({ spec }: PodView): boolean {
  return mappingAt(spec, 'os')?.name === 'windows'
}
