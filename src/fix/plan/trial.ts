import { isMapping, type Mapping } from '../../estate/mapping.ts'
import { makeResource, type Resource } from '../../estate/resource.ts'
import type { JudgedObject, ObjectJudge } from '../../scan/object-judge.ts'
import type { Change } from '../../yaml/edit/change.ts'
import { changed } from '../../yaml/edit/changed.ts'
import type { Repair } from '../repair.ts'
import { withoutEmptied } from './emptied.ts'
import { type Clash, joinChanges } from './join.ts'

/** What becomes of an object by some repairs together. */
export interface Trial {
  readonly repairs: readonly Repair[]
  readonly changes: readonly Change[]
  readonly resource: Resource
  readonly judged: JudgedObject
}

/** The changes that repairs come to together and the object that they make, or the two that do not go together. */
export function applied(
  { object }: Resource,
  repairs: readonly Repair[]
): { readonly changes: readonly Change[]; readonly object: Mapping } | Clash {
  const joined = joinChanges(object, repairs)
  if ('field' in joined) return joined
  const draft = changed(object, joined)
  const changes = withoutEmptied(joined, object, draft)
  const after = changes === joined ? draft : changed(object, changes)
  return { changes, object: isMapping(after) ? after : object }
}

/** Tries repairs of one object on its value, without any text. */
export class Trials {
  readonly #judge: ObjectJudge
  readonly #resource: Resource
  readonly #beside: readonly Resource[]

  /** @param beside The resources of the same file. */
  constructor(judge: ObjectJudge, resource: Resource, beside: readonly Resource[]) {
    this.#judge = judge
    this.#resource = resource
    this.#beside = beside
  }

  /** The object with all repairs, or the two that do not go together. */
  of(repairs: readonly Repair[]): Trial | Clash {
    const joined = applied(this.#resource, repairs)
    if ('field' in joined) return joined
    const { changes, object } = joined
    const { apiVersion, kind, origin } = this.#resource
    const resource = makeResource(apiVersion, kind, object, origin)
    const beside = this.#beside.map((other) => (other === this.#resource ? resource : other))
    return { repairs, changes, resource, judged: this.#judge.judge(resource, beside) }
  }
}
