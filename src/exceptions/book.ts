import type { Resource } from '../estate/resource.ts'
import { type Exception, isActive } from './exception.ts'
import type { Granted } from './granted.ts'
import { type SelectorMatch, selectorMatch } from './matches.ts'

/** An exception, and how often it was needed. */
export interface ExceptionUse extends Granted {
  readonly active: boolean
  /** Findings that it covers, or would cover were it still active. */
  readonly uses: number
}

class Entry implements ExceptionUse {
  readonly exception: Exception
  readonly resource: Resource
  readonly path: Granted['path']
  readonly active: boolean
  readonly matches: SelectorMatch
  uses = 0

  constructor({ exception, resource, path }: Granted, matches: SelectorMatch, now: Date) {
    this.exception = exception
    this.resource = resource
    this.path = path
    this.active = isActive(exception, now)
    this.matches = matches
  }
}

/** All exceptions that hold for one scan, by control. */
export class ExceptionBook {
  readonly #now: Date
  readonly #entries: Entry[] = []
  readonly #byControl = new Map<string, Entry[]>()

  /** @param now The moment at which it is decided which exceptions are active. */
  constructor(now: Date) {
    this.#now = now
  }

  add(granted: Granted): void {
    this.#enter(new Entry(granted, selectorMatch(granted.exception.selector), this.#now))
  }

  /** Adds one that is about `resource` alone, whatever its name. */
  addOwn(granted: Granted): void {
    const matches = selectorMatch(granted.exception.selector)
    const { resource: own } = granted
    this.#enter(
      new Entry(granted, (resource, container) => resource === own && matches(resource, container), this.#now)
    )
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0
  }

  /** The exception that covers a finding; null where none does. Every one that fits is counted as used. */
  covering(control: string, resource: Resource, container: string | null): Exception | null {
    let covering: Exception | null = null
    for (const entry of this.#byControl.get(control) ?? []) {
      if (!entry.matches(resource, container)) continue
      entry.uses++
      if (entry.active) covering ??= entry.exception
    }
    return covering
  }

  /** In the order of granting. */
  get uses(): readonly ExceptionUse[] {
    return this.#entries
  }

  #enter(entry: Entry): void {
    this.#entries.push(entry)
    for (const control of new Set(entry.exception.controls)) {
      const own = this.#byControl.get(control)
      if (own === undefined) this.#byControl.set(control, [entry])
      else own.push(entry)
    }
  }
}
