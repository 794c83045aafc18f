import type { FixGrade } from '../../../controls/control.ts'
import { effectiveSecurityContext } from '../../../estate/effective.ts'
import { stringAt } from '../../../estate/mapping.ts'
import type { Container, PodView } from '../../../estate/workload.ts'
import type { ImageFacts } from '../../images/facts.ts'
import type { Knowledge } from '../../knowledge.ts'
import { rootUse } from './root-use.ts'

/** As whom a container is to run. */
export interface UserChoice {
  /** Null where the number that is there already stays, or the image's own. */
  readonly uid: number | null
  /** Null where the image grants its files to group 0, so that its programs need it. */
  readonly gid: number | null
  /** The user changes from what it was: files that belong to the old one may be closed to the new one. */
  readonly isNew: boolean
  readonly grade: FixGrade
  readonly argument: string
}

/** Why a container cannot be moved away from root. */
export interface NoUser {
  readonly reason: string
}

/** Where nobody says otherwise: above all that distributions give to users and to services. */
export const usualNumber = 10001

/** As whom a container can run without root, by what it says itself, by the user's word, and by what is known about its image. */
export function userFor(pod: PodView, container: Container, knowledge: Knowledge): UserChoice | NoUser {
  const { choices } = knowledge
  const effective = effectiveSecurityContext(pod.spec, container)
  const own = numberAbove0(effective.runAsUser)
  const group = choices.group ?? numberAbove0(effective.runAsGroup)
  if (own !== null) {
    return {
      uid: null,
      gid: group ?? own,
      isNew: false,
      grade: 'safe',
      argument: `The container runs as user ${own} already; now the kubelet holds it to that.`
    }
  }
  const { user } = choices
  if (user !== null) {
    const argument = `The program runs as user ${user}, as you say, who may lack the right to its files.`
    return graded(pod, container, { uid: user, gid: group ?? user, isNew: true, grade: 'review', argument })
  }
  const facts = factsOf(container, knowledge)
  if (facts === null) return graded(pod, container, unknown(group))
  const known = ofImage(facts, group, effective.runAsUser === 0)
  return 'reason' in known || !known.isNew ? known : graded(pod, container, known)
}

export function factsOf({ object }: Container, knowledge: Knowledge): ImageFacts | null {
  const image = stringAt(object, 'image')
  return image === null ? null : knowledge.imageFacts(image)
}

function unknown(group: number | null): UserChoice {
  return {
    uid: usualNumber,
    gid: group ?? usualNumber,
    isNew: true,
    grade: 'review',
    argument: `Whom the image is made for is not known: the program runs as user ${usualNumber}, who may lack the right to its files. --user chooses another.`
  }
}

function ofImage(facts: ImageFacts, group: number | null, asksForRoot: boolean): UserChoice | NoUser {
  const { declares, runAs, needsRoot, runAsNeeds, certainty, alternative } = facts
  if (needsRoot !== null) {
    const instead = alternative === null ? '' : `; ${alternative} runs without`
    return { reason: `the image has to start as root: ${needsRoot.replace(/\.$/, '')}${instead}` }
  }
  if (declares !== null && declares.uid !== null && declares.uid > 0) {
    const isSure = certainty !== 'name' && !asksForRoot
    return {
      uid: declares.name === null && !asksForRoot ? null : declares.uid,
      gid: group ?? groupOf(declares.gid, declares.uid),
      isNew: asksForRoot,
      grade: isSure ? 'safe' : 'review',
      argument: isSure
        ? `The image runs as user ${declares.uid} by itself.`
        : `An image of this name runs as user ${declares.uid} by itself: see that this one does.`
    }
  }
  if (runAs === null) return unknown(group)
  const needs = runAsNeeds === null ? '' : ` ${runAsNeeds}`
  return {
    uid: runAs.uid,
    gid: group ?? groupOf(runAs.gid, runAs.uid),
    isNew: true,
    grade: 'review',
    argument: `The image starts as root, and runs as user ${runAs.uid} where its files and volumes let it.${needs}`
  }
}

function groupOf(gid: number | null, uid: number): number | null {
  return gid === 0 ? null : (gid ?? uid)
}

/** What has use for root is not moved away from it lightly. */
function graded(pod: PodView, container: Container, choice: UserChoice): UserChoice {
  const use = rootUse(pod, container)
  if (use === null) return choice
  return { ...choice, grade: 'breaking', argument: `It ${use}, which takes root.` }
}

function numberAbove0(value: unknown): number | null {
  return typeof value === 'number' && value > 0 ? value : null
}
