import { resolve } from 'node:path'
import { isMapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import type { Origin, Resource } from '../../estate/resource.ts'
import { parseYaml } from '../../yaml/parse.ts'
import { findPlaces, objectPlace, type Place } from '../rendered/place.ts'
import type { Tracer } from '../rendered/read-rendered.ts'
import { likeliest, objectsIn } from '../rendered/source-objects.ts'
import { type SourceText, type SourceTexts, shownAs } from '../rendered/source-text.ts'
import type { Position } from '../unit.ts'
import type { Closure } from './graph.ts'
import { type Patch, patchesOf } from './patches.ts'

const originAnnotation = 'config.kubernetes.io/origin'

interface Written {
  readonly place: Place
  /** The object before rendering; the rendered one where it was generated. */
  readonly resource: Resource
}

/** Traces the objects of one rendered overlay to the files of its bases, patches and generators. */
export class OverlayTracer implements Tracer {
  readonly #closure: Closure
  readonly #texts: SourceTexts
  readonly #base: string
  readonly #reported: Set<string>
  readonly #written = new WeakMap<object, Written>()
  #patches: readonly Patch[] | undefined

  /**
   * @param base What paths in origin annotations are relative to.
   * @param reported Objects of other overlays: one that comes out the same everywhere is reported once.
   */
  constructor(closure: Closure, texts: SourceTexts, base: string, reported: Set<string>) {
    this.#closure = closure
    this.#texts = texts
    this.#base = base
    this.#reported = reported
  }

  readonly originOf = (rendered: Resource): Origin | null => {
    const annotation = takeOrigin(rendered)
    const written = this.#find(rendered, annotation)
    const { origin } = written.resource
    const content = JSON.stringify(rendered.object, exactIntegers)
    // Not imported: loading it takes longer than a small scan, and most scans render nothing.
    const { hash } = process.getBuiltinModule('node:crypto')
    const identity = hash('sha256', `${origin.file}\n${origin.document}\n${content}`, 'base64')
    if (this.#reported.has(identity)) return null
    this.#reported.add(identity)
    this.#written.set(rendered.object, written)
    return origin
  }

  readonly locate = (resource: Resource, paths: readonly Path[]): Position[] => {
    const written = this.#written.get(resource.object)
    if (written === undefined) throw new Error(`${resource.kind} ${resource.name} was not rendered here`)
    const patches = this.#allPatches()
      .filter(({ appliesTo }) => appliesTo(written.resource, resource))
      .map(({ place }) => place)
    return findPlaces(resource.object, paths, written.place, patches)
  }

  readonly sourceOf = (): SourceText => this.#root().source

  #find(rendered: Resource, annotation: string | null): Written {
    const [document] = annotation === null ? [] : parseYaml(annotation)
    const origin = isMapping(document?.value) ? document.value : {}
    const path = stringAt(origin, 'path')
    if (path !== null && origin.repo === undefined) {
      const source = this.#texts.read(this.#shown(path))
      const object = source === null ? undefined : likeliest(rendered, objectsIn(source))
      if (source !== null && object !== undefined) return writtenAs(source, object)
    }
    const configuredIn = stringAt(origin, 'configuredIn')
    if (configuredIn !== null) return this.#generated(rendered, this.#shown(configuredIn))
    return this.#searchBases(rendered) ?? this.#generated(rendered, this.#root().file)
  }

  /** Without a usable annotation: among everything that the overlay is made of. */
  #searchBases(rendered: Resource): Written | null {
    const sources = [...this.#closure.bases].map((file) => this.#texts.read(shownAs(file, this.#root().file)))
    const objects = sources.flatMap((source) => (source === null ? [] : objectsIn(source)))
    const object = likeliest(rendered, objects)
    const source = sources.find((each) => each?.file === object?.origin.file)
    return object !== undefined && source !== null && source !== undefined ? writtenAs(source, object) : null
  }

  /** Made by a generator or fetched from elsewhere: the entry of the kustomization is as near as it gets. */
  #generated(rendered: Resource, file: string): Written {
    const kustomization = this.#closure.kustomizations.find((each) => each.file === file) ?? this.#root()
    const { source } = kustomization
    const [document] = source.documents
    if (document === undefined) throw new Error(`${file} has no document`)
    const entry = generatorPath(document.value, rendered)
    const place: Place = {
      source,
      document,
      within: entry,
      align: () => ({ path: entry, depth: 0, complete: false, equal: false })
    }
    const origin = { file: source.file, document: document.index, prefix: [] }
    return { place, resource: { ...rendered, origin } }
  }

  #root() {
    const [root] = this.#closure.kustomizations
    if (root === undefined) throw new Error('an overlay without a kustomization')
    return root
  }

  #shown(path: string): string {
    return shownAs(resolve(this.#base, path), this.#root().file)
  }

  #allPatches(): readonly Patch[] {
    this.#patches ??= this.#closure.kustomizations.flatMap((each) => patchesOf(each, this.#texts))
    return this.#patches
  }
}

function writtenAs(source: SourceText, resource: Resource): Written {
  const { document: index, prefix } = resource.origin
  const document = source.documents.find((each) => each.index === index)
  if (document === undefined) throw new Error(`${source.file} has no document ${index}`)
  return { place: objectPlace(source, document, prefix, resource.object), resource }
}

/** Takes the annotation that was asked for out of the object again: it is no part of what the user would apply. */
function takeOrigin(rendered: Resource): string | null {
  const metadata = mappingAt(rendered.object, 'metadata')
  const annotations = metadata === undefined ? undefined : mappingAt(metadata, 'annotations')
  if (metadata === undefined || annotations === undefined) return null
  const origin = stringAt(annotations, originAnnotation)
  delete annotations[originAnnotation]
  if (Object.keys(annotations).length === 0) delete metadata.annotations
  return origin
}

/** The generator's entry whose name the object's name begins with or holds; the file itself where there is none. */
function generatorPath(kustomization: unknown, rendered: Resource): Path {
  const field = rendered.kind === 'Secret' ? 'secretGenerator' : 'configMapGenerator'
  const list = isMapping(kustomization) ? kustomization[field] : undefined
  if (!Array.isArray(list)) return []
  const index = list.findIndex((entry: unknown) => {
    const name = isMapping(entry) ? stringAt(entry, 'name') : null
    return name !== null && (rendered.name ?? '').includes(name)
  })
  return index < 0 ? [] : [field, index]
}

function exactIntegers(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value
}
