import { isMapping } from '../../estate/mapping.ts'
import { type Path, valueAt } from '../../estate/path.ts'
import type { Origin, Resource } from '../../estate/resource.ts'
import type { YamlDocument } from '../../yaml/document.ts'
import { agrees } from '../rendered/align.ts'
import { findPlaces, objectPlace, type Place } from '../rendered/place.ts'
import type { Tracer } from '../rendered/read-rendered.ts'
import { likeliest, objectsIn } from '../rendered/source-objects.ts'
import type { SourceText } from '../rendered/source-text.ts'
import type { Position } from '../unit.ts'
import type { Chart } from './chart.ts'
import type { TemplateTexts } from './template-texts.ts'

/** Traces what a chart rendered to its templates, by the comments that Helm leaves and the templates' skeletons. */
export class TemplateTracer implements Tracer {
  readonly #folder: string
  readonly #chart: Chart
  readonly #templates: TemplateTexts
  readonly #places = new WeakMap<object, readonly [Place, ...Place[]]>()
  readonly #used = new Set<Resource>()

  constructor(folder: string, chart: Chart, templates: TemplateTexts) {
    this.#folder = folder
    this.#chart = chart
    this.#templates = templates
  }

  readonly originOf = (rendered: Resource, text: string, document: YamlDocument): Origin => {
    const template = templateOf(text, document)
    const sources = this.#read(template)
    const [base, origin] = this.#written(sources, rendered) ?? [this.#placeAround(sources[0], template), null]
    const others = origin === null ? [] : sources.flatMap((source) => sameObject(source, base, origin.prefix))
    this.#places.set(rendered.object, [base, ...others])
    return origin ?? { file: base.source.file, document: base.document.index, prefix: [] }
  }

  readonly locate = (resource: Resource, paths: readonly Path[]): Position[] => {
    const places = this.#places.get(resource.object)
    if (places === undefined) throw new Error(`${resource.kind} ${resource.name} was not rendered here`)
    const [base, ...others] = places
    // Where the text of all branches says something else than was rendered, that of one says the same.
    return findPlaces(resource.object, paths, base, others.length === 0 ? [] : [base, ...others])
  }

  readonly sourceOf = (text: string, document: YamlDocument): SourceText => {
    return this.#read(templateOf(text, document))[0] ?? this.#chart.source
  }

  #read(template: string | null): readonly SourceText[] {
    return template === null ? [] : this.#templates.read(this.#shown(template))
  }

  /** The first of these texts that shows the object. */
  #written(sources: readonly SourceText[], rendered: Resource): [Place, Origin] | null {
    for (const source of sources) {
      const written = this.#likeliest(rendered, source)
      if (written !== undefined) return [placeOf(source, written), written.origin]
    }
    return null
  }

  /** Of several that would do, the first that nothing was traced to yet; a loop makes many objects of one. */
  #likeliest(rendered: Resource, source: SourceText): Resource | undefined {
    const all = objectsIn(source)
    const unused = all.filter((each) => !this.#used.has(each))
    const written = likeliest(rendered, unused) ?? likeliest(rendered, all)
    // The text of a document that no skeleton could be made of may be what it was.
    if (written === undefined || (!agrees(rendered.name, written.name) && source.documents.some(isUnreadable)))
      return undefined
    this.#used.add(written)
    return written
  }

  /** Helm names a template from the chart's name on: `web/templates/deployment.yaml`. */
  #shown(template: string): string {
    const within = template.slice(template.indexOf('/') + 1)
    return this.#folder === '.' ? within : `${this.#folder}/${within}`
  }

  /** The template where its text does not show the object, else the dependency that the template came with. */
  #placeAround(source: SourceText | undefined, template: string | null): Place {
    const around = source ?? this.#chart.source
    const within = source === undefined ? dependencyPath(this.#chart, template) : []
    const document = around.documents.find(isUnreadable) ?? around.documents[0]
    if (document === undefined) throw new Error(`${around.file} has no document`)
    return {
      source: around,
      document,
      within,
      align: () => ({ path: within, depth: 0, complete: false, equal: false })
    }
  }
}

function isUnreadable({ value, problems }: YamlDocument): boolean {
  return value === undefined && problems.length > 0
}

function placeOf(source: SourceText, { origin, object }: Resource): Place {
  const document = source.documents.find(({ index }) => index === origin.document)
  if (document === undefined) throw new Error(`${origin.file} has no document ${origin.document}`)
  return objectPlace(source, document, origin.prefix, object)
}

/** The object in another reading of the same template: one without some of its branches. */
function sameObject(source: SourceText, { source: base, document: { index } }: Place, prefix: Path): Place[] {
  if (source === base || source.documents.length !== base.documents.length) return []
  const document = source.documents.find((each) => each.index === index)
  const object = document === undefined ? undefined : valueAt(document.value, prefix)
  return document !== undefined && isMapping(object) ? [objectPlace(source, document, prefix, object)] : []
}

/** The template that a rendered document came from, by the comment that Helm leaves; null where there is none. */
export function templateOf(text: string, { start, end }: YamlDocument): string | null {
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
