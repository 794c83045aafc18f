import { defaultFrameworks, frameworks } from '../../controls/frameworks/frameworks.ts'
import type { Resource } from '../../estate/resource.ts'
import { plainPaint } from '../../report/paint.ts'
import type { ChartValuesRemark } from '../../report/rtf/chart-values.ts'
import { inspect } from '../../report/rtf/inspection.ts'
import { inspectionJson } from '../../report/rtf/inspection-json.ts'
import { inspectionText } from '../../report/rtf/inspection-text.ts'
import { neededByAnalyses } from '../../report/rtf/pod-analyses.ts'
import { isOfFabric } from '../../rtf/fabric/is-of-fabric.ts'
import { factsWith } from '../../rtf/facts/overrides.ts'
import type { SourceUnit } from '../../sources/unit.ts'
import { loadConfig } from '../config-file.ts'
import { exitCodes } from '../exit-codes.ts'
import { outputTargets, writeReports } from '../output-target.ts'
import { readEstate } from '../read-estate.ts'
import { inputPaths, openCluster } from '../scan/open-cluster.ts'
import { selectPlan } from '../scan/select-plan.ts'
import { isUnread } from '../tell-unread.ts'
import { stdoutPaint, stdoutWidth } from '../terminal.ts'
import type { Options } from '../verb.ts'
import { valuesInUnit } from './values-in-unit.ts'

const formats = ['text', 'json'] as const

/** Every framework that asks something of roles and bindings. */
const askingOfRoles = frameworks.map(({ name }) => name).filter((name) => !name.startsWith('pss-'))

/** `bulwark rtf inspect`: what Runtime Fabric runs, and what of the guide it lets be set. */
export async function inspectVerb(operands: readonly string[], given: Options): Promise<number> {
  const paths = inputPaths(operands, given)
  const loaded = await loadConfig(given.last('config'), paths[0] ?? '.')
  const targets = outputTargets(given.all('output'), formats, 'text')
  const cluster = await openCluster(given)
  const facts = factsWith(loaded.config.rtf ?? {})
  const { plan } = await selectPlan(given, loaded, defaultFrameworks, cluster?.version)
  const isOfRuntimeFabric = isOfFabric(facts)
  const isNeeded = neededByAnalyses(plan)
  const keeps = (resource: Resource): boolean => isOfRuntimeFabric(resource) || isNeeded(resource)
  const values: ChartValuesRemark[] = []
  const read = new Set<string>()
  const seen = (unit: SourceUnit): void => {
    const { remarks, documents } = valuesInUnit(unit, facts)
    values.push(...remarks)
    for (const document of documents) read.add(`${unit.file} ${document}`)
  }
  const { estate, ...all } = await readEstate({ paths, cluster, options: given, config: loaded.config, keeps, seen })
  const input = { ...all, skipped: all.skipped.filter(({ file, document }) => !read.has(`${file} ${document}`)) }
  const { plan: accessPlan } = await selectPlan(given, loaded, askingOfRoles, cluster?.version)
  const inspection = inspect(estate, {
    facts,
    plan,
    accessPlan,
    namespaces: new Set(given.all('namespace')),
    granted: new Set((loaded.config.exceptions ?? []).flatMap(({ id }) => id ?? [])),
    values,
    today: new Date()
  })
  writeReports(
    targets.map((target) => ({
      target,
      parts:
        target.format === 'json'
          ? inspectionJson(inspection, input)
          : target.file === null
            ? inspectionText(inspection, input, stdoutPaint(), stdoutWidth())
            : inspectionText(inspection, input, plainPaint, null)
    }))
  )
  return isUnread(input) ? exitCodes.userMistake : exitCodes.clean
}
