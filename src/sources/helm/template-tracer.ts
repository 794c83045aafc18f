import { isMapping } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import type { Origin, Resource } from '../../estate/resource.ts'
import type { YamlDocument } from '../../yaml/document.ts'
import { findPlaces, objectPlace, type Place } from '../rendered/place.ts'
import type { Tracer } from '../rendered/read-rendered.ts'
import { likeliest, objectsIn } from '../rendered/source-objects.ts'
import type { SourceText, SourceTexts } from '../rendered/source-text.ts'
import type { Position } from '../unit.ts'
import type { Chart } from './chart.ts'

/** Traces what a chart rendered to its templates, by the comments that Helm leaves and the templates' skeletons. */
export class TemplateTracer implements Tracer {
  readonly #folder: string
  readonly #chart: Chart
  readonly #skeletons: SourceTexts
  readonly #places = new WeakMap<object, Place>()
  readonly #used = new Set<Resource>()

  constructor(folder: string, chart: Chart, skeletons: SourceTexts) {
    this.#folder = folder
    this.#chart = chart
    this.#skeletons = skeletons
  }

  readonly originOf = (rendered: Resource, text: string, document: YamlDocument): Origin => {
    const template = templateOf(text, document)
    const source = template === null ? null : this.#skeletons.read(this.#shown(template))
    const written = source === null ? undefined : this.#likeliest(rendered, source)
    const place = written === undefined ? this.#placeAround(source, template) : placeOf(source, written)
    this.#places.set(rendered.object, place)
    const { file } = place.source
    return written?.origin ?? { file, document: place.document.index, prefix: [] }
  }

  readonly locate = (resource: Resource, paths: readonly Path[]): Position[] => {
    const place = this.#places.get(resource.object)
    if (place === undefined) throw new Error(`${resource.kind} ${resource.name} was not rendered here`)
    return findPlaces(resource.object, paths, place, [])
  }

  /** Of several that would do, the first that nothing was traced to yet; a loop makes many objects of one. */
  #likeliest(rendered: Resource, source: SourceText): Resource | undefined {
    const all = objectsIn(source)
    const unused = all.filter((each) => !this.#used.has(each))
    const written = likeliest(rendered, unused) ?? likeliest(rendered, all)
    if (written !== undefined) this.#used.add(written)
    return written
  }

  /** Helm names a template from the chart's name on: `web/templates/deployment.yaml`. */
  #shown(template: string): string {
    const within = template.slice(template.indexOf('/') + 1)
    return this.#folder === '.' ? within : `${this.#folder}/${within}`
  }

  /** The template where its text does not show the object, else the dependency that the template came with. */
  #placeAround(source: SourceText | null, template: string | null): Place {
    const around = source ?? this.#chart.source
    const within = source === null ? dependencyPath(this.#chart, template) : []
    const [document] = around.documents
    if (document === undefined) throw new Error(`${around.file} has no document`)
    return {
      source: around,
      document,
      within,
      align: () => ({ path: within, depth: 0, complete: false, equal: false })
    }
  }
}

function placeOf(source: SourceText | null, { origin, object }: Resource): Place {
  const document = source?.documents.find(({ index }) => index === origin.document)
  if (source === null || document === undefined) throw new Error(`${origin.file} has no document ${origin.document}`)
  return objectPlace(source, document, origin.prefix, object)
}

function templateOf(text: string, { start, end }: YamlDocument): string | null {
  return /^# Source: (.+?)\s*$/m.exec(text.slice(start, end))?.[1] ?? null
}

/** A packed or renamed subchart has no folder of its own: its entry among the dependencies stands for it. */
function dependencyPath({ value }: Chart, template: string | null): Path {
  const name = template === null ? undefined : /\/charts\/([^/]+)\//.exec(template)?.[1]
  const { dependencies } = value
  if (!Array.isArray(dependencies)) return []
  const index = dependencies.findIndex(
    (entry: unknown) => isMapping(entry) && name !== undefined && (entry.alias === name || entry.name === name)
  )
  return index < 0 ? [] : ['dependencies', index]
}
