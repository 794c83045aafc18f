import type { Control } from '../controls/control.ts'
import type { Registry } from '../controls/registry.ts'
import { didYouMean } from '../names/nearest-name.ts'
import { UserError } from './user-error.ts'

/**
 * The control of that id.
 * @throws UserError naming the nearest one where there is none.
 */
export function requireControl(registry: Registry, id: string): Control {
  const control = registry.find(id)
  if (control !== undefined) return control
  const known = registry.controls.map((candidate) => candidate.id)
  throw new UserError(`unknown control "${id}"${didYouMean(id, known)}\nSee bulwark controls list`)
}
