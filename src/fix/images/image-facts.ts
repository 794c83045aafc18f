import { parseImageReference } from '../../estate/image-reference.ts'
import type { ImageFacts } from './facts.ts'
import { knownImages } from './known/known-images.ts'
import type { KnownFacts, KnownImage } from './known-image.ts'
import { indexOf, originOf } from './origin.ts'
import { inRange } from './tag-range.ts'

const index = indexOf(knownImages)

/**
 * What is known about an image: its user, the folders that it writes, the capabilities that it needs, each with its source.
 * Null where it is not in the tables.
 * @param image A reference as it stands in a manifest.
 */
export function imageFacts(image: string): ImageFacts | null {
  const reference = parseImageReference(image)
  const origin = reference === null ? null : originOf(reference, index)
  if (reference === null || origin === null) return null
  const { known, certainty } = origin
  return { repository: known.repositories[0], certainty, ...complete(factsFor(known, reference.tag)) }
}

/** The facts of the variant that a tag means. */
export function factsFor(known: KnownImage, tag: string | null): KnownFacts {
  const variant = known.variants?.find(({ tags }) => inRange(tag, tags))
  return variant === undefined ? known : { ...known, ...variant, sources: { ...known.sources, ...variant.sources } }
}

function complete(facts: KnownFacts): Omit<ImageFacts, 'repository' | 'certainty'> {
  return {
    declares: facts.declares ?? null,
    drops: facts.drops ?? null,
    runAs: facts.runAs ?? null,
    runAsNeeds: facts.runAsNeeds ?? null,
    needsRoot: facts.needsRoot ?? null,
    writable: facts.writable ?? null,
    writableIsComplete: facts.writable !== undefined && facts.writesMore !== true,
    capabilities: { asRoot: facts.asRoot ?? null, asUser: facts.asUser ?? null },
    ports: facts.ports ?? null,
    alternative: facts.alternative ?? null,
    sources: facts.sources
  }
}
