import type { Verdict } from './oracle.ts'

/** Where two verdicts on one pod differ, as lines to read; none where they are the same. */
export function differences(subject: string, own: readonly Verdict[], theirs: readonly Verdict[]): string[] {
  return theirs.flatMap(({ level, minor, failed }) => {
    const mine = own.find((verdict) => verdict.level === level && verdict.minor === minor)
    if (mine !== undefined && mine.failed.join() === failed.join()) return []
    const said = mine === undefined ? 'no verdict' : `[${mine.failed.join()}]`
    return [`${subject}, ${level}@1.${minor}: ours ${said}, the library's [${failed.join()}]`]
  })
}
