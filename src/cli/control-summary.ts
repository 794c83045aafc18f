import type { Control } from '../controls/control.ts'

/** A control as `-o json` shows it: everything that is about it, without its rules and examples. */
export function controlSummary({ id, title, severity, why, remedy, maps, implies, fix, rtf }: Control): object {
  return { id, title, severity, why, remedy, maps, implies: implies ?? [], fix: fix?.grade ?? null, rtf }
}
