import { type ImageReference, trustedImages } from './image-reference.ts'

/** A folder that an image writes, as its owner states it. */
export interface StatedFolder {
  readonly path: string
  /** `data` has to outlive the pod; `scratch`, the default, may be lost with it. */
  readonly holds?: 'scratch' | 'data'
}

/** What the owner of an image states about it, which no table can know. */
export interface StatedImage {
  /** A registry or a repository with all below it, `*` for a part of a name, and a tag where only some are meant. */
  readonly match: string
  /** The number of the user to run it as. */
  readonly user?: number
  readonly group?: number
  /** All folders that it writes; a text is a folder whose content may be lost. */
  readonly writable?: readonly (string | StatedFolder)[]
  /** All capabilities that it needs, run as `user`. */
  readonly capabilities?: readonly string[]
}

/** A test for the images that a statement is about. */
export function statedImages(match: string): (image: ImageReference) => boolean {
  const colon = match.lastIndexOf(':')
  const hasTag = colon > match.lastIndexOf('/') && match.includes('/')
  const isPlace = trustedImages([hasTag ? match.slice(0, colon) : match])
  if (!hasTag) return isPlace
  const parts = match.slice(colon + 1).split('*')
  return (image) => hasParts(image.tag ?? 'latest', parts) && isPlace(image)
}

/** Whether a text is made of these parts in this order, with anything between them. */
function hasParts(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts
  const last = rest.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}

/** What is wrong with a statement that has the right shape, at a path from its root. */
export function statedImageProblems({ writable = [] }: StatedImage): { path: (string | number)[]; message: string }[] {
  const folders = writable.map((folder) => (typeof folder === 'string' ? folder : folder.path))
  return folders.flatMap((folder, index) => {
    const outer = folders.find((other) => folder.startsWith(`${other}/`))
    if (outer === undefined) return []
    const message = `${folder} lies in ${outer}: a volume on ${outer} is enough`
    return [{ path: ['writable', index], message }]
  })
}
