import { recall, remember } from '../components/preferences.ts'

let letterKeys = recall('letter-keys') !== 'off'

/** Whether keys of one character do something. */
export function hasLetterKeys(): boolean {
  return letterKeys
}

export function setLetterKeys(areOn: boolean): void {
  letterKeys = areOn
  remember('letter-keys', areOn ? 'on' : 'off')
}

/** How far a key moves in the list: so many findings, or to one of its ends. */
export function stepOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): number | null {
  if (altKey || ctrlKey || metaKey) return null
  if (key === 'ArrowDown' || (key === 'j' && letterKeys)) return 1
  if (key === 'ArrowUp' || (key === 'k' && letterKeys)) return -1
  if (key === 'PageDown') return 10
  if (key === 'PageUp') return -10
  if (key === 'Home') return Number.NEGATIVE_INFINITY
  return key === 'End' ? Number.POSITIVE_INFINITY : null
}

/** True where a slash is meant for the page, not for a field. */
export function isSearchKey({ key, altKey, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  if (key !== '/' || altKey || ctrlKey || metaKey || !letterKeys) return false
  return !(target instanceof HTMLElement && target.matches('input, select, textarea'))
}
