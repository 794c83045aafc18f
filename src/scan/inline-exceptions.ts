import { isPolicyControlId } from '../controls/policy-control-id.ts'
import { isMapping, type Mapping } from '../estate/mapping.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { PodView } from '../estate/workload.ts'
import { exceptionAnnotation, readAnnotation } from '../exceptions/annotation.ts'
import type { ExceptionBook } from '../exceptions/book.ts'
import { didYouMean } from '../names/nearest-name.ts'

/** What is wrong with an annotation, and where from the object's root. */
export interface AnnotationProblem {
  readonly path: Path
  readonly message: string
}

/**
 * Takes the exceptions that a manifest asks for itself, in its own metadata or in that of its pods.
 * @param controls Ids of all controls that there are.
 */
export function addInlineExceptions(
  book: ExceptionBook,
  resource: Resource,
  views: readonly PodView[],
  controls: ReadonlySet<string>
): AnnotationProblem[] {
  const problems: AnnotationProblem[] = []
  const { metadata } = resource.object
  const places: [Mapping | undefined, Path][] = [[isMapping(metadata) ? metadata : undefined, ['metadata']]]
  for (const { meta, metaPath } of views) if (meta !== metadata) places.push([meta, metaPath])
  for (const [meta, metaPath] of places) {
    const text = isMapping(meta?.annotations) ? meta.annotations[exceptionAnnotation] : undefined
    if (typeof text !== 'string') continue
    const path = [...metaPath, 'annotations', exceptionAnnotation]
    const read = readAnnotation(text)
    for (const message of read.problems) problems.push({ path, message })
    for (const exception of read.exceptions) {
      for (const id of exception.controls.filter((name) => !controls.has(name) && !isPolicyControlId(name))) {
        problems.push({ path, message: `${exceptionAnnotation}: unknown control "${id}"${didYouMean(id, controls)}` })
      }
      book.addOwn({ exception, resource, path })
    }
  }
  return problems
}
