import type { Config } from '../../config/config.ts'
import { workloadKinds } from '../../estate/workload-kinds.ts'
import { ExceptionBook } from '../../exceptions/book.ts'
import { grantedInConfig } from '../../exceptions/granted.ts'
import type { Baseline } from '../../scan/baseline.ts'
import type { Plan } from '../../scan/plan.ts'
import { type FindingSink, Scan, type ScanResult, type Tolerated } from '../../scan/scan.ts'
import { readSources } from '../../sources/read.ts'
import type { LoadedConfig } from '../config-file.ts'
import { Progress } from '../progress.ts'
import type { Options } from '../verb.ts'
import type { ReportTexts } from './report-texts.ts'
import { scanFilter, sourceOptions } from './scan-inputs.ts'

/** One scan, as its options and the configuration say. */
export interface ScanRequest {
  readonly paths: readonly string[]
  readonly options: Options
  readonly loaded: LoadedConfig
  readonly plan: Plan
  readonly texts: ReportTexts
  readonly sink: FindingSink
  readonly baseline: Baseline | null
}

/** Reads everything that the user names and judges it: what every scan-like verb does before it reports. */
export function judgeInput({ paths, options, loaded, plan, texts, sink, baseline }: ScanRequest): ScanResult {
  const { config } = loaded
  const tolerated: Tolerated = {
    book: exceptionBook(config, loaded.file),
    inline: options.has('no-inline-exceptions') ? null : new Set(loaded.registry.controls.map(({ id }) => id)),
    baseline
  }
  const running = new Scan(plan, workloadKinds(config.workloads ?? []), scanFilter(options), sink, tolerated)
  const progress = new Progress('files')
  const reading = { ...sourceOptions(options, config), onListed: (units: number) => progress.expect(units) }
  for (const unit of readSources(paths, reading)) {
    // Of what was rendered, the text is not the user's.
    if (unit.locate === null) texts.seen(unit.file, unit.text)
    running.add(unit)
    progress.step()
  }
  progress.end()
  return running.finish((file) => texts.of(file))
}

function exceptionBook({ exceptions = [] }: Config, configFile: string | null): ExceptionBook {
  const book = new ExceptionBook(new Date())
  for (const granted of grantedInConfig(exceptions, configFile ?? '')) book.add(granted)
  return book
}
