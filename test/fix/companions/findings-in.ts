import { compileRule } from '../../../src/controls/compile-rule.ts'
import { newestMinor } from '../../../src/controls/kubernetes-version.ts'
import { registry } from '../../../src/controls/registry.ts'
import { builtInWorkloads } from '../../../src/estate/workload-kinds.ts'
import { ExceptionBook } from '../../../src/exceptions/book.ts'
import type { Files } from '../../../src/fix/companions/companions.fixture.ts'
import { buildPlan } from '../../../src/scan/build-plan.ts'
import type { Finding } from '../../../src/scan/finding.ts'
import { Scan } from '../../../src/scan/scan.ts'
import { readText } from '../../../src/sources/read-text.ts'

/** What some controls find. */
export function findingsIn(files: Files, controls: readonly string[]): Finding[] {
  const plan = buildPlan({
    frameworks: [],
    controls: registry.controls,
    only: new Set(controls),
    minor: newestMinor,
    severities: {},
    lowest: 'low',
    compile: compileRule
  })
  const findings: Finding[] = []
  const filter = { namespaces: new Set<string>(), kinds: new Set<string>(), passes: false, implied: true }
  const tolerated = { book: new ExceptionBook(new Date()), inline: null, baseline: null }
  const scan = new Scan(plan, builtInWorkloads, filter, { add: (some) => findings.push(...some) }, tolerated)
  for (const [file, text] of Object.entries(files)) scan.add(readText(file, text, true))
  scan.finish((file) => files[file] ?? null)
  return findings
}
