import { type Component, settingPath } from '../estate/components/component.ts'
import type { Mapping } from '../estate/mapping.ts'
import type { Path } from '../estate/path.ts'
import { shown } from '../estate/shown.ts'
import type { ItemView } from './item.ts'

/** A component, whose settings stand where each of them was written. */
export function componentView(component: Component): ItemView {
  return { where: component.name, fieldAt: (at) => settingPath(component, at) }
}

/** A file of a node; its mode and owner stand nowhere else than in itself. */
export function fileView({ path }: Mapping): ItemView {
  return { where: shown(path), fieldAt: (at) => at }
}

/** One element of a list in a view. */
export function elementView({ where, fieldAt }: ItemView, element: Path): ItemView {
  return { where, fieldAt: (at) => fieldAt([...element, ...at]) }
}
