import type { FixGrade } from '../../../controls/control.ts'
import { mappingAt } from '../../../estate/mapping.ts'
import { type Container, containerPath, type PodView } from '../../../estate/workload.ts'
import type { Change } from '../../../yaml/edit/change.ts'
import { compareGrades } from '../../grade.ts'
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
  if (pod === null) return { kind: 'no-fix', reason: subject.control.remedy }
  return container === null
    ? ofPod(pod, context.knowledge)
    : ofContainer(pod, container, context, (choice, base) => userChanges(pod, choice, base))
}

/** Gives a container a primary group of its own. */
export const groupRepair: NamedRepair = (subject, fix, context) => {
  const { pod, container } = subject
  if (pod === null || container === null) return { kind: 'no-fix', reason: subject.control.remedy }
  const proposal = ofContainer(pod, container, context, ({ gid, uid }, base) => [
    { path: [...base, 'runAsGroup'], set: gid ?? uid ?? 0 }
  ])
  if (!('changes' in proposal)) return proposal
  const choice = userFor(pod, container, context.knowledge)
  if ('gid' in choice && choice.gid === null && context.knowledge.choices.group === null)
    return { kind: 'choice', reason: 'the image grants its files to group 0: --group says which other may use them' }
  return proposal.grade === 'breaking' ? proposal : { ...proposal, grade: 'review', argument: fix.argument }
}

/** @param changesAt The changes in a security context at this path. */
function ofContainer(
  pod: PodView,
  container: Container,
  context: RepairContext,
  changesAt: (choice: UserChoice, base: Change['path']) => readonly Change[]
): Proposal {
  const { knowledge } = context
  const choice = userFor(pod, container, knowledge)
  if ('reason' in choice) return { kind: 'choice', reason: choice.reason }
  const own = [...containerPath(pod, container), 'securityContext']
  const base = isSharedByAll(pod, choice, context) ? [...pod.specPath, 'securityContext'] : own
  const changes = changesAt(choice, base)
  if (!choice.isNew || pod.spec.os !== undefined) return { grade: choice.grade, argument: choice.argument, changes }
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
  const { grade, argument, gid } = choice
  const port = lowPort(container, factsOf(container, knowledge))
  const opens = port === null ? [] : opensLowPorts(pod, port)
  if (opens === null) {
    return {
      grade: 'breaking',
      argument: `It listens on port ${port} of the node, which is closed to users other than root.`,
      changes
    }
  }
  const volumes = gid === null ? [] : sharesVolumes(pod, firstGroup(pod, knowledge) ?? gid)
  return { grade, argument, changes: [...changes, ...opens, ...volumes] }
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
  const contexts = [pod.spec, ...pod.containers.map(({ object }) => object)].map((holder) =>
    mappingAt(holder, 'securityContext')
  )
  if (contexts.some((context) => context !== undefined && contextFields.some((field) => context[field] !== undefined)))
    return false
  return pod.containers.every((container) => {
    const other = userFor(pod, container, knowledge)
    return 'grade' in other && isSame(other, choice) && peers.some((peer) => asksForUser(peer, container))
  })
}

function asksForUser({ container, control }: Subject, wanted: Container): boolean {
  const { fix } = control
  return container?.object === wanted.object && fix !== undefined && 'repair' in fix && fix.repair === 'user'
}

function isSame(a: UserChoice, b: UserChoice): boolean {
  return a.uid === b.uid && a.gid === b.gid && a.grade === b.grade && a.isNew === b.isNew
}

/** The pod itself names root or allows it: what its containers have of it changes, too. */
function ofPod(pod: PodView, knowledge: Knowledge): Proposal {
  const context = mappingAt(pod.spec, 'securityContext') ?? {}
  const base = [...pod.specPath, 'securityContext']
  const changes: Change[] = []
  if (context.runAsNonRoot === false) changes.push({ path: [...base, 'runAsNonRoot'], set: true })
  if (context.runAsUser === 0) changes.push({ path: [...base, 'runAsUser'], remove: true })
  let worst: { readonly grade: FixGrade; readonly argument: string } | null = null
  for (const container of pod.containers) {
    const choice: UserChoice | NoUser = userFor(pod, container, knowledge)
    if ('reason' in choice) return { kind: 'choice', reason: choice.reason }
    const own = [...containerPath(pod, container), 'securityContext']
    const needed = withNeeds(pod, container, choice, userChanges(pod, choice, own), knowledge)
    if (!('changes' in needed)) return needed
    changes.push(...needed.changes.filter((change) => !changes.some(({ path }) => sameText(path, change.path))))
    if (worst === null || compareGrades(needed.grade, worst.grade) > 0) worst = needed
  }
  if (worst === null) return { kind: 'no-fix', reason: 'the pod has no container' }
  return { grade: worst.grade, argument: worst.argument, changes }
}

function sameText(a: Change['path'], b: Change['path']): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function isWindows({ spec }: PodView): boolean {
  return mappingAt(spec, 'os')?.name === 'windows'
}
