import type { Control, Severity } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import { mapsOfAll } from '../../scan/maps.ts'
import { levels, securitySeverities } from './levels.ts'

/** GitHub shows no more tags of a rule, and refuses a report with more than twice as many. */
const mostTags = 10

/** Frameworks in the order in which their items become tags. */
const tagged = ['cis', 'nsa', 'pss', 'guide', 'owasp', 'attack'] as const

/** What is known of a rule: all of a control, or what a finding says where there is no such control. */
interface RuleFacts {
  readonly id: string
  readonly severity: Severity
  readonly control: Control | null
}

/** The rules of a report (`reportingDescriptor`, section 3.49) and their indexes. */
export class Rules {
  readonly #facts: RuleFacts[]
  readonly #indexes: Map<string, number>

  constructor(controls: readonly Control[]) {
    this.#facts = controls.map((control) => ({ id: control.id, severity: control.severity, control }))
    this.#indexes = new Map(controls.map(({ id }, index) => [id, index]))
  }

  indexOf({ control: id, severity }: Finding): number {
    let index = this.#indexes.get(id)
    if (index === undefined) {
      index = this.#facts.push({ id, severity, control: null }) - 1
      this.#indexes.set(id, index)
    }
    return index
  }

  /** @param frameworks The selected ones, whose versions decide the numbers of items. */
  descriptors(frameworks: readonly string[]): object[] {
    return this.#facts.map((facts) => descriptorOf(facts, frameworks))
  }
}

function descriptorOf({ id, severity, control }: RuleFacts, frameworks: readonly string[]): object {
  const maps = control === null ? {} : mapsOfAll([control], { frameworks })
  const title = control?.title ?? id
  const why = control?.why ?? title
  const remedy = control?.remedy ?? ''
  const lists = Object.entries(maps).map(([framework, items]) => `${framework} ${items.join(', ')}`)
  const asked = lists.length === 0 ? [] : [`Asked for by ${lists.join('; ')}.`]
  return {
    id,
    name: id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: [why, remedy, ...asked].filter((part) => part !== '').join('\n\n'),
      markdown: [`**${title}**`, why, `**What to do:** ${remedy}`, ...asked].join('\n\n')
    },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      precision: 'high',
      'security-severity': securitySeverities[severity],
      tags: tagsOf(maps),
      maps
    }
  }
}

function tagsOf(maps: Finding['maps']): string[] {
  const items = tagged.flatMap((framework) => (maps[framework] ?? []).map((item) => `${framework}:${item}`))
  return ['security', 'kubernetes', ...items].slice(0, mostTags)
}
