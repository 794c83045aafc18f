import type { Control } from './control.ts'
import { controls } from './generated/index.ts'

/** The controls that there are. Users' own controls make a registry of the same kind. */
export interface Registry {
  /** In the order of their ids. */
  readonly controls: readonly Control[]
  find(id: string): Control | undefined
}

export function makeRegistry(all: readonly Control[]): Registry {
  const byId = new Map(all.map((control) => [control.id, control]))
  return { controls: all, find: (id) => byId.get(id) }
}

/** Bulwark's own controls. */
export const registry: Registry = makeRegistry(controls)
