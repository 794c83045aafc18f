import type { Control, Rule } from '../../controls/control.ts'
import { podSecurityChecks } from '../../controls/frameworks/pod-security-checks.ts'

/** What keeps pods to controls that no template can meet, and to which. */
export interface AdmissionCover {
  /** A level of Pod Security, by a label of the namespace; null where no level asks for it and a policy of its own has to. */
  readonly level: 'baseline' | 'restricted' | null
  /** Ids. */
  readonly controls: readonly string[]
}

/**
 * The controls of the guide and of Pod Security about pods that Runtime Fabric fixes itself or exposes to nobody: only
 * admission can hold its applications to them.
 */
export function admissionCover(controls: readonly Control[]): AdmissionCover[] {
  const beyondTemplates = controls.filter(
    ({ rtf, rules, maps, deprecated }) =>
      rtf !== 'settable' && deprecated !== true && rules.some(isAboutPods) && (maps.guide ?? maps.pss) !== undefined
  )
  const byLevel = Map.groupBy(beyondTemplates, levelOf)
  return (['baseline', 'restricted', null] as const).flatMap((level) => {
    const own = byLevel.get(level)
    return own === undefined ? [] : [{ level, controls: own.map(({ id }) => id) }]
  })
}

const podPlaces: ReadonlySet<string> = new Set(['container', 'volume', 'securityContext', 'pod', 'metadata'])

function isAboutPods({ each }: Rule): boolean {
  return podPlaces.has(typeof each === 'string' ? each : each.in)
}

/** The lowest level that asks for it. */
function levelOf({ maps }: Control): AdmissionCover['level'] {
  const levels = podSecurityChecks.filter(({ id }) => maps.pss?.includes(id)).map(({ level }) => level)
  if (levels.length === 0) return null
  return levels.includes('baseline') ? 'baseline' : 'restricted'
}
