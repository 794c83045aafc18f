import { isPolicyControlId } from '../controls/policy-control-id.ts'
import { isMapping, type Mapping } from '../estate/mapping.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { PodView } from '../estate/workload.ts'
import { exceptionAnnotation, readAnnotation } from '../exceptions/annotation.ts'
import type { ExceptionBook } from '../exceptions/book.ts'
import type { Exception } from '../exceptions/exception.ts'
import { didYouMean } from '../names/nearest-name.ts'

/** What is wrong with an annotation, and where from the object's root. */
export interface AnnotationProblem {
  readonly path: Path
  readonly message: string
}

/** One annotation that asks for exceptions. */
export interface InlineExceptions {
  readonly path: Path
  readonly exceptions: readonly Exception[]
  /** In words, what is wrong with the lines that are none. */
  readonly problems: readonly string[]
}

/** The exceptions that a manifest asks for itself, in its own metadata or in that of its pods. */
export function inlineExceptions(resource: Resource, views: readonly PodView[]): InlineExceptions[] {
  const { metadata } = resource.object
  const places: [Mapping | undefined, Path][] = [[isMapping(metadata) ? metadata : undefined, ['metadata']]]
  for (const { meta, metaPath } of views) if (meta !== metadata) places.push([meta, metaPath])
  return places.flatMap(([meta, metaPath]) => {
    const text = isMapping(meta?.annotations) ? meta.annotations[exceptionAnnotation] : undefined
    if (typeof text !== 'string') return []
    return [{ path: [...metaPath, 'annotations', exceptionAnnotation], ...readAnnotation(text) }]
  })
}

/**
 * Takes the exceptions that a manifest asks for itself.
 * @param controls Ids of all controls that there are.
 */
export function addInlineExceptions(
  book: ExceptionBook,
  resource: Resource,
  views: readonly PodView[],
  controls: ReadonlySet<string>
): AnnotationProblem[] {
  return inlineExceptions(resource, views).flatMap(({ path, exceptions, problems }) => {
    for (const exception of exceptions) book.addOwn({ exception, resource, path })
    const unknown = exceptions.flatMap((exception) => unknownControls(exception, controls))
    return [...problems, ...unknown.map((problem) => `${exceptionAnnotation}: ${problem}`)].map((message) => ({
      path,
      message
    }))
  })
}

/** Says of each control that an exception names and that does not exist which one was meant. */
export function unknownControls({ controls }: Exception, known: ReadonlySet<string>): string[] {
  const unknown = controls.filter((id) => !known.has(id) && !isPolicyControlId(id))
  return unknown.map((id) => `unknown control "${id}"${didYouMean(id, known)}`)
}
