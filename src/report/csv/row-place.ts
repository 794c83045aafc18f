import type { Place } from '../../scan/report-order.ts'

/** Ends a row. No cell holds it: of a carriage return in a cell, a replacement is left. */
export const rowEnd = '\r\n'

/**
 * Where the finding of a row belongs in its file, or among live objects of its kind and namespace.
 * @param columns The names of the columns.
 */
export function placeOf(row: string, columns: readonly string[]): Place {
  const cells = cellsOf(row)
  const cell = (column: string): string => cells[columns.indexOf(column)] ?? ''
  const isLive = cell('file') === ''
  return {
    document: Number(cell('document')),
    name: isLive ? cell('name') : null,
    path: cell('path'),
    control: cell('control')
  }
}

/** The cells of one row of ours. */
function cellsOf(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''
  )
}
