import { type ImageReference, parseImageReference } from '../../estate/image-reference.ts'
import type { RtfFacts } from '../facts/facts.ts'
import { runtimeImage } from '../facts/images.ts'

/** An image of Runtime Fabric, by the part of its name that all registries share. */
export interface RtfImage {
  /** Such as `rtf-agent`, without `-ubi`. */
  readonly name: string
  readonly reference: ImageReference
}

/** The image that a container runs, where it is one of Runtime Fabric's or the Mule runtime; null for any other. */
export function rtfImageOf(facts: Pick<RtfFacts, 'images'>, image: unknown): RtfImage | null {
  const reference = typeof image === 'string' ? parseImageReference(image) : null
  if (reference === null) return null
  const last = reference.repository.slice(reference.repository.lastIndexOf('/') + 1)
  const name = last.replace(/-ubi$/, '')
  return facts.images.includes(name) || runtimeImage.test(last) ? { name, reference } : null
}
