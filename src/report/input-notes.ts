import type { ScanResult } from '../scan/scan.ts'
import { inputTroubles } from './input-troubles.ts'

const longestList = 20

/**
 * What could not be read, for standard error: of formats that hold findings alone, nobody would learn it.
 * @returns One note that lists the places, or none where all was read.
 */
export function inputNotes(result: ScanResult): readonly string[] {
  const troubles = inputTroubles(result)
  if (troubles.length === 0) return []
  const shown = troubles.slice(0, longestList).map(({ place, message }) => `  ${place}  ${message}`)
  const more = troubles.length - shown.length
  if (more > 0) shown.push(`  … and ${more} more: -o json lists them all`)
  return [`not read as it should be: ${troubles.length}\n${shown.join('\n')}`]
}
