import { compareFindings, type PlacedFinding } from '../../scan/report-order.ts'

/** Ends a row. No cell holds it: of a carriage return in a cell, a replacement is left. */
export const rowEnd = '\r\n'

/** The cell of a row in the column of this name. */
type CellOf = (column: string) => string

/**
 * The rows of a file to which the whole estate added some, sorted as reports list findings.
 * @param columns The names of the columns.
 */
export function rowsInOrder(text: string, columns: readonly string[]): string {
  const rows = text.slice(0, -rowEnd.length).split(rowEnd)
  const placed = rows.map((row) => {
    const cells = cellsOf(row)
    return { row, finding: findingOf((column) => cells[columns.indexOf(column)] ?? '') }
  })
  placed.sort((a, b) => compareFindings(a.finding, b.finding))
  return placed.map(({ row }) => row + rowEnd).join('')
}

/** What an empty cell stands for does not matter here, as long as it is the same in every row. */
function findingOf(cell: CellOf): PlacedFinding {
  const file = cell('file')
  return {
    file: file === '' ? null : file,
    document: Number(cell('document')),
    resource: {
      apiVersion: cell('apiVersion'),
      kind: cell('kind'),
      namespace: cell('namespace'),
      name: cell('name')
    },
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
