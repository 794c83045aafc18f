import { selectFrameworks } from '../../src/controls/frameworks/select-frameworks.ts'
import { registry } from '../../src/controls/registry.ts'
import { ruleCompiler } from '../../src/controls/rule-compiler.ts'
import { builtInWorkloads } from '../../src/estate/workload-kinds.ts'
import { ExceptionBook } from '../../src/exceptions/book.ts'
import { buildPlan } from '../../src/scan/build-plan.ts'
import type { Finding } from '../../src/scan/finding.ts'
import { Scan } from '../../src/scan/scan.ts'
import { readText } from '../../src/sources/read-text.ts'

const compile = await ruleCompiler(registry.controls)

/** Findings of a manifest by one framework, or by certain controls alone. */
export function scanManifest(manifest: string, framework: string, only: readonly string[] = []): Finding[] {
  const { selected, minor } = selectFrameworks([framework])
  const plan = buildPlan({
    frameworks: only.length > 0 ? [] : selected,
    controls: registry.controls,
    only: new Set(only),
    minor,
    severities: {},
    lowest: 'low',
    compile
  })
  const findings: Finding[] = []
  const filter = { namespaces: new Set<string>(), kinds: new Set<string>(), passes: false }
  const tolerated = { book: new ExceptionBook(new Date()), inline: null, baseline: null }
  const running = new Scan(plan, builtInWorkloads, filter, { add: (some) => findings.push(...some) }, tolerated)
  running.add(readText('rbac.yaml', manifest, true))
  running.finish(() => manifest)
  return findings
}
