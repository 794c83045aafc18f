import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { gatherResources } from '../../estate/gather.ts'
import { isMapping, type Mapping } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import type { Resource } from '../../estate/resource.ts'
import { parseYaml } from '../../yaml/parse.ts'
import type { SourceOptions } from '../options.ts'
import type { Chart } from './chart.ts'
import { renderChart } from './render-chart.ts'
import { templateOf } from './template-tracer.ts'

const valuesFile = 'values.yaml'

/** A copy of a chart, in which values can be tried while the user's own files stay untouched. */
export class ChartCopy {
  readonly #folder: string
  readonly #chart: Chart
  readonly #options: SourceOptions
  readonly #copy: string

  /** @param folder The chart's. */
  constructor(folder: string, chart: Chart, options: SourceOptions) {
    this.#folder = resolve(folder)
    this.#chart = chart
    this.#options = options
    this.#copy = mkdtempSync(join(realpathSync(tmpdir()), 'bulwark-'))
    cpSync(this.#folder, join(this.#copy, 'chart'), { recursive: true, dereference: true })
  }

  /** Where values can be written, the file that wins last; absolute. */
  get valuesFiles(): string[] {
    return [join(this.#folder, valuesFile), ...(this.#options.values ?? []).map((file) => resolve(file))]
  }

  /** The text of every template, named as Helm names them. */
  templates(): { name: string; text: string }[] {
    const files = this.#filesBelow('templates').filter((file) => /\.(ya?ml|tpl|json|txt)$/.test(file))
    return files.map((file) => ({ name: `${this.#chart.name}/${file}`, text: this.#text(file) }))
  }

  /** What subcharts that stand unpacked in the chart have for values where nothing else is said. */
  subcharts(): { scope: Path; values: Mapping }[] {
    const found: { scope: Path; values: Mapping }[] = []
    for (const file of this.#filesBelow('charts')) {
      const steps = file.split('/')
      const isValues =
        steps.at(-1) === valuesFile &&
        steps.every((step, at) => at % 2 === 1 || at === steps.length - 1 || step === 'charts')
      if (!isValues) continue
      const [document] = parseYaml(this.#text(file))
      const scope = steps.filter((_, at) => at % 2 === 1)
      if (isMapping(document?.value)) found.push({ scope, values: document.value })
    }
    return found
  }

  /** @param files Texts by absolute path. */
  render(files: ReadonlyMap<string, string>): { object: Mapping; template: string | null }[] | { problem: string } {
    const [own = '', ...named] = this.valuesFiles
    const ownText = files.get(own) ?? (existsSync(own) ? readFileSync(own, 'utf8') : '')
    writeFileSync(join(this.#copy, 'chart', valuesFile), ownText)
    const values = named.map((file, at) => {
      const text = files.get(file)
      if (text === undefined) return file
      const copy = join(this.#copy, `values-${at}.yaml`)
      writeFileSync(copy, text)
      return copy
    })
    const rendered = renderChart(join(this.#copy, 'chart'), this.#chart, { ...this.#options, values })
    return 'problem' in rendered ? rendered : objectsOf(rendered.text)
  }

  remove(): void {
    rmSync(this.#copy, { recursive: true, force: true })
  }

  #filesBelow(folder: 'templates' | 'charts'): string[] {
    const chart = join(this.#copy, 'chart')
    const wanted = folder === 'templates' ? /(^|\/)templates\// : /^charts\//
    return readdirSync(chart, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(chart, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((file) => wanted.test(file))
      .sort()
  }

  #text(file: string): string {
    return readFileSync(join(this.#copy, 'chart', file), 'utf8')
  }
}

function objectsOf(text: string): { object: Mapping; template: string | null }[] {
  return parseYaml(text).flatMap((document) => {
    const resources: Resource[] = []
    gatherResources(document.value, { file: null, document: document.index, prefix: [] }, { resources, faults: [] })
    const template = templateOf(text, document)
    return resources.map(({ object }) => ({ object, template }))
  })
}
