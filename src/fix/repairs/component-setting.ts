import type { Fix, SettingEdit } from '../../controls/control.ts'
import { type Component, settingPath } from '../../estate/components/component.ts'
import { isMapping } from '../../estate/mapping.ts'
import { type Path, valueAt } from '../../estate/path.ts'
import { flagsOf } from '../../kubernetes/flag-table.ts'
import type { Change } from '../../yaml/edit/change.ts'
import type { Proposal } from '../repair.ts'
import type { Subject } from '../subject.ts'

/**
 * Changes a flag or a field of a component where it is given, or adds it where it would be: as a word of the command, as
 * an extra argument for kubeadm, or in the configuration file.
 */
export function settingRepair(subject: Subject, { grade, argument }: Fix, edit: SettingEdit): Proposal {
  const { component, rule, control, resource } = subject
  const setting = rule?.at
  if (component === null || setting === undefined) return { kind: 'no-fix', reason: control.remedy }
  const given = component.origins.get(setting)
  const value = valueAfter(edit, valueAt(component.settings, setting.split('.')))
  const change =
    given === undefined
      ? settingAdded(component, setting, value, resource.object)
      : flagChanged(given, value, resource.object)
  if (change === null) return { kind: 'no-fix', reason: `the flag is part of a script: ${control.remedy}` }
  return { grade, argument, changes: [change] }
}

type Value = boolean | number | string | readonly string[] | null

/** Null where the setting goes away. */
function valueAfter(edit: SettingEdit, before: unknown): Value {
  if ('to' in edit) return edit.to
  if ('unset' in edit) return null
  const names = Array.isArray(before) ? before.map(String) : []
  if ('add' in edit) return names.includes(edit.add) ? names : [...names, edit.add]
  const rest = names.filter((name) => name !== edit.without)
  return rest.length === 0 ? null : rest
}

/** A flag that is given: its word, or the value of an extra argument of kubeadm. */
function flagChanged(path: Path, value: Value, object: unknown): Change | null {
  const written = valueAt(object, path)
  const last = path.at(-1)
  if (typeof last === 'number') {
    const isFlag = typeof written === 'string' && /^--?[^-\s=][^\s=]*(=\S*)?$/.test(written)
    if (!isFlag) return null
    if (value === null) return { path, remove: true }
    const equals = written.indexOf('=')
    // A flag without `=` may have its value in the next word, unless it is one that is true where it stands alone.
    if (equals === -1 && typeof value !== 'boolean') return null
    return { path, set: `${equals === -1 ? written : written.slice(0, equals)}=${textOf(value)}` }
  }
  const holder = last === 'value' ? path.slice(0, -1) : path
  return value === null ? { path: holder, remove: true } : { path, set: textOf(value) }
}

/** A setting that is not given, or stands in the configuration file. */
function settingAdded(component: Component, setting: string, value: Value, object: unknown): Change | null {
  const { configuration, path, name, container } = component
  const steps = setting.split('.')
  const place = settingPath(component, steps)
  if (configuration !== null && place.length > path.length && configuration.fields.has(steps[0] ?? ''))
    return value === null ? { path: place, remove: true } : { path: place, set: value }
  if (value === null) return null
  const flag = [...flagsOf(name)].find(([, type]) => type.setting === setting)?.[0]
  if (flag === undefined || path.length === 0) return null
  const written = valueAt(object, path)
  if (container !== null) {
    if (written !== undefined && !Array.isArray(written)) return null
    return { path: [...path, Array.isArray(written) ? written.length : 0], set: `--${flag}=${textOf(value)}` }
  }
  if (Array.isArray(written)) return { path: [...path, written.length], set: { name: flag, value: textOf(value) } }
  const takesLists = isMapping(object) && object.apiVersion === 'kubeadm.k8s.io/v1beta4'
  if (written === undefined && takesLists) return { path: [...path, 0], set: { name: flag, value: textOf(value) } }
  return { path: [...path, flag], set: textOf(value) }
}

function textOf(value: Exclude<Value, null>): string {
  return Array.isArray(value) ? value.join(',') : String(value)
}
