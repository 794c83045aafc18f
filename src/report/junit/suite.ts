import { attributeText } from './xml-text.ts'

export interface Counts {
  tests: number
  failures: number
  errors: number
  skipped: number
}

export function emptyCounts(): Counts {
  return { tests: 0, failures: 0, errors: 0, skipped: 0 }
}

export function sumOf(all: readonly Counts[]): Counts {
  const sum = emptyCounts()
  for (const { tests, failures, errors, skipped } of all) {
    sum.tests += tests
    sum.failures += failures
    sum.errors += errors
    sum.skipped += skipped
  }
  return sum
}

export function suiteStart(name: string, { tests, failures, errors, skipped }: Counts): string {
  const counts = `tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}"`
  return `  <testsuite name="${attributeText(name)}" ${counts} time="0">\n`
}

export const suiteEnd = '  </testsuite>\n'
