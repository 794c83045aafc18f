import { basename } from 'node:path'
import { listFiles } from '../files/list-files.ts'
import { chartFile, isChartFile, type ListedChart, type ListedFile, type Listing } from '../files/listing.ts'
import { readDecoded } from '../files/read-decoded.ts'
import type { SourceOptions } from '../options.ts'
import { readRendered } from '../rendered/read-rendered.ts'
import { SourceTexts } from '../rendered/source-text.ts'
import { bareUnit, type InputError, type SourceUnit } from '../unit.ts'
import { type Chart, readChart } from './chart.ts'
import { renderChart } from './render-chart.ts'
import { TemplateTexts } from './template-texts.ts'
import { TemplateTracer } from './template-tracer.ts'

const notRendered = 'this chart is not rendered, only its plain manifests are scanned'

/**
 * Renders every chart. Returns the files that are still to be read one by one: of a chart that did not render, those
 * that are manifests without rendering.
 */
export function* readCharts(listing: Listing, options: SourceOptions): Generator<SourceUnit, ListedFile[]> {
  const loose: ListedFile[] = []
  const texts = new SourceTexts()
  const templates = new TemplateTexts()
  for (const chart of listing.charts) {
    const outcome = options.render === 'never' ? 'rendering is off' : renderOne(chart, options, texts, templates)
    if (typeof outcome === 'object' && 'errors' in outcome) {
      yield outcome
      continue
    }
    const reason = typeof outcome === 'string' ? outcome : 'see the errors'
    if (typeof outcome === 'object') yield bareUnit(chart.folder, { errors: outcome.failures })
    for (const file of chart.files) {
      if (isPlainManifest(file)) loose.push(file)
      else
        yield bareUnit(file.file, {
          files: 1,
          skipped: [{ file: file.file, document: 0, reason: reasonFor(file, reason), named: false }]
        })
    }
  }
  return loose
}

/** A chart and what it renders. */
export interface RenderedChart {
  readonly folder: string
  readonly chart: Chart
  readonly unit: SourceUnit
}

/** The charts below `paths` that can be rendered, one after the other. */
export function* readRenderedCharts(paths: readonly string[], options: SourceOptions): Generator<RenderedChart> {
  if (options.render === 'never') return
  const texts = new SourceTexts()
  const templates = new TemplateTexts()
  for (const listed of listFiles(paths, { exclude: options.exclude ?? [] }).charts) {
    const unit = renderOne(listed, options, texts, templates)
    const chart = readChart(listed.folder, texts)
    if (typeof unit === 'object' && 'errors' in unit && 'value' in chart) yield { folder: listed.folder, chart, unit }
  }
}

/** A unit where it rendered; else what failed, or why there is nothing to render. */
function renderOne(
  { folder, files }: ListedChart,
  options: SourceOptions,
  texts: SourceTexts,
  templates: TemplateTexts
): SourceUnit | { failures: readonly InputError[] } | string {
  const chart = readChart(folder, texts)
  if ('failures' in chart) return chart
  if (chart.isLibrary) return 'a library chart renders nothing by itself'
  const rendered = renderChart(folder, chart, options)
  if ('problem' in rendered) {
    const message = `${notRendered}: ${rendered.problem}`
    return { failures: [{ file: chart.source.file, line: null, column: null, message }] }
  }
  return readRendered(folder, files.length, rendered.text, new TemplateTracer(folder, chart, templates))
}

/** Without rendering, a file of a chart is a manifest unless it holds template actions or is the chart's own. */
function isPlainManifest({ file }: ListedFile): boolean {
  if (isChartFile(basename(file))) return false
  const decoded = readDecoded(file, true)
  return 'problem' in decoded || !decoded.text.includes('{{')
}

function reasonFor({ file }: ListedFile, reason: string): string {
  const name = basename(file)
  const what = name === chartFile ? 'a chart' : isChartFile(name) ? 'settings of a chart' : 'a Helm template'
  return `${what}, not rendered: ${reason}`
}
