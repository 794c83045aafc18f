import type { Config } from '../../config/config.ts'
import { workloadKinds } from '../../estate/workload-kinds.ts'
import { ExceptionBook } from '../../exceptions/book.ts'
import { grantedInConfig } from '../../exceptions/granted.ts'
import type { Baseline } from '../../scan/baseline.ts'
import { kindsNeeded } from '../../scan/kinds-needed.ts'
import type { Plan } from '../../scan/plan.ts'
import { type FindingSink, Scan, type ScanResult, type Tolerated } from '../../scan/scan.ts'
import type { Cluster } from '../../sources/cluster/connect.ts'
import type { SourceOptions } from '../../sources/options.ts'
import { readSources } from '../../sources/read.ts'
import type { SourceUnit } from '../../sources/unit.ts'
import type { LoadedConfig } from '../config-file.ts'
import type { Policies } from '../policies/policies.ts'
import { Progress } from '../progress.ts'
import type { Options } from '../verb.ts'
import { Leftovers } from './leftovers.ts'
import type { ReportTexts } from './report-texts.ts'
import { scanFilter, sourceOptions } from './scan-inputs.ts'

/** One scan, as its options and the configuration say. */
export interface ScanRequest {
  readonly paths: readonly string[]
  /** Null where none is read. */
  readonly cluster: Cluster | null
  readonly options: Options
  readonly loaded: LoadedConfig
  readonly plan: Plan
  readonly texts: ReportTexts
  readonly sink: FindingSink
  readonly baseline: Baseline | null
  /** Every control speaks for itself, also where a stricter one says the same. */
  readonly implied?: true
  /** Told of each unit that was read of files. */
  readonly onUnit?: (unit: SourceUnit) => void
  /** Admission policies that are judged by; null where there are none. */
  readonly policies?: Policies | null
}

/**
 * Reads everything that the user names and judges it: what every scan-like verb does before it reports.
 * @throws UserError where a cluster lets the account read nothing at all.
 */
export async function judgeInput(request: ScanRequest): Promise<ScanResult> {
  const { paths, cluster, options, loaded, plan, texts, sink, baseline } = request
  const { config } = loaded
  const tolerated: Tolerated = {
    book: exceptionBook(config, loaded.file),
    inline: options.has('no-inline-exceptions') ? null : new Set(loaded.registry.controls.map(({ id }) => id)),
    baseline
  }
  const workloads = config.workloads ?? []
  const filter = { ...scanFilter(options), implied: request.implied === true }
  const running = new Scan(plan, workloadKinds(workloads), filter, sink, tolerated)
  const leftovers = new Leftovers()
  if (request.policies) running.add(request.policies.troubles)
  if (options.has('node')) {
    const { readNodes } = await import('../../sources/node/read-nodes.ts')
    addUnits(running, readNodes(paths), texts)
  } else if (paths.length > 0) addFiles(running, sourceOptions(options, config), request)
  if (cluster !== null) {
    const { addCluster } = await import('./add-cluster.ts')
    await addCluster(running, cluster, {
      namespaces: options.all('namespace'),
      workloads,
      kinds: neededKinds(plan, workloads),
      kubeletConfig: options.has('kubelet-config')
    })
  }
  leftovers.free()
  return running.finish((file) => texts.of(file))
}

/** Kinds that the configuration names as workloads are needed where any workload is. */
function neededKinds(plan: Plan, workloads: Config['workloads'] = []): ReadonlySet<string> | null {
  const needed = kindsNeeded(plan)
  if (needed === null || !needed.has('Pod')) return needed
  return new Set([...needed, ...workloads.map(({ kind }) => kind)])
}

function addFiles(running: Scan, options: SourceOptions, { paths, texts, onUnit }: ScanRequest): void {
  const progress = new Progress('files')
  const units = readSources(paths, { ...options, onListed: (units) => progress.expect(units) })
  addUnits(running, units, texts, (unit) => {
    onUnit?.(unit)
    progress.step()
  })
  progress.end()
}

function addUnits(
  running: Scan,
  units: Iterable<SourceUnit>,
  texts: ReportTexts,
  added?: (unit: SourceUnit) => void
): void {
  for (const unit of units) {
    // Of what was rendered, the text is not the user's.
    if (unit.locate === null) texts.seen(unit.file, unit.text)
    running.add(unit)
    added?.(unit)
  }
}

function exceptionBook({ exceptions = [] }: Config, configFile: string | null): ExceptionBook {
  const book = new ExceptionBook(new Date())
  for (const granted of grantedInConfig(exceptions, configFile ?? '')) book.add(granted)
  return book
}
