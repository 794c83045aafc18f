import { formatPath } from '../../estate/path.ts'
import type { Fixed } from '../../fix/plan/object-planner.ts'
import type { Dropped } from '../../fix/plan/settle.ts'
import type { FixedText } from '../../fix/text/fixed-text.ts'
import type { Paint } from '../../report/paint.ts'
import { printable } from '../../report/printable.ts'
import { severityPaint } from '../../report/text/severity-paint.ts'
import type { Change } from '../../yaml/edit/change.ts'
import type { FixedFile } from './fixed-files.ts'

/** The user at the other end. */
export interface Dialogue {
  show(text: string): void
  /** Null where nobody answers any more. */
  answer(): string | null
}

const declined: Dropped = { kind: 'declined', reason: 'you said no' }
const question = 'Fix it? [y]es, [n]o, [a]ll that follow, [q]uit: '

/** Asks for each fix what is to become of it, until the answer is all or none of the rest. */
export class Interview {
  readonly #dialogue: Dialogue
  readonly #paint: Paint
  #rest: 'ask' | 'all' | 'none' = 'ask'

  constructor(dialogue: Dialogue, paint: Paint) {
    this.#dialogue = dialogue
    this.#paint = paint
  }

  /** The file with the fixes that are wanted. */
  wanted(file: FixedFile): FixedFile {
    const { again, fixed } = file
    if (again === null || fixed.length === 0) return file
    const without = new Map<string, Dropped>()
    for (const group of groupsOf(fixed)) {
      if (this.#isWanted(group)) continue
      for (const { finding } of group) without.set(finding.fingerprint, declined)
    }
    if (without.size === 0) return file
    const rest: FixedText = again(without)
    return { ...file, ...rest }
  }

  #isWanted(group: readonly Fixed[]): boolean {
    if (this.#rest !== 'ask') return this.#rest === 'all'
    this.#dialogue.show(describe(group, this.#paint))
    for (;;) {
      this.#dialogue.show(question)
      const answer = this.#dialogue.answer()?.trim().toLowerCase() ?? 'q'
      if (answer === 'y' || answer === 'yes') return true
      if (answer === 'n' || answer === 'no') return false
      if (answer === 'a' || answer === 'all') this.#rest = 'all'
      if (answer === 'q' || answer === 'quit') this.#rest = 'none'
      if (this.#rest !== 'ask') return this.#rest === 'all'
    }
  }
}

/** Findings of one control in one object that the same changes repair are one question. What goes away with others is none. */
function groupsOf(fixed: readonly Fixed[]): readonly Fixed[][] {
  const own = fixed.filter(({ changes }) => changes.length > 0)
  const groups = Map.groupBy(own, ({ finding, changes }) => {
    const { control, resource, document } = finding
    return JSON.stringify([document, resource, control, changes.map(textOf)])
  })
  return [...groups.values()]
}

function describe(group: readonly Fixed[], paint: Paint): string {
  const [first] = group
  if (first === undefined) return ''
  const { finding, grade, argument, changes } = first
  const { resource, severity, control, file, line } = finding
  const name = [resource.namespace, resource.name].filter((part) => part !== null).join('/')
  const place = file === null ? '' : `${file}${line === null ? '' : `:${line}`}  `
  const lines = [
    paint.bold(printable(`${place}${resource.kind} ${name}`)),
    ...group.map(
      ({ finding: { message } }) => `  ${severityPaint(paint, severity)(severity)}  ${printable(message)}  ${control}`
    ),
    ...changes.map((change) => `  ${paint.green(printable(textOf(change)))}`),
    `  ${grade}: ${printable(argument)}`
  ]
  return `\n${lines.join('\n')}\n`
}

function textOf({ path, ...change }: Change): string {
  const field = formatPath(path)
  return 'set' in change ? `set ${field}: ${JSON.stringify(change.set)}` : `remove ${field}`
}
