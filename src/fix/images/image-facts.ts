import { type ImageReference, parseImageReference } from '../../estate/image-reference.ts'
import { type StatedFolder, type StatedImage, statedImages } from '../../estate/stated-image.ts'
import type { ImageFacts, WritableFolder } from './facts.ts'
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
  return reference === null ? null : knownFacts(reference)
}

/**
 * As `imageFacts`, with what a user states about images: it beats the tables, fact by fact.
 * @param stated The first that fits an image counts.
 */
export function imageFactsWith(stated: readonly StatedImage[]): (image: string) => ImageFacts | null {
  const statements = stated.map((statement) => ({ statement, isMeant: statedImages(statement.match) }))
  return (image) => {
    const reference = parseImageReference(image)
    if (reference === null) return null
    const known = knownFacts(reference)
    const statement = statements.find(({ isMeant }) => isMeant(reference))?.statement
    return statement === undefined ? known : withStatement(known ?? nothing, statement)
  }
}

/** The facts of the variant that a tag means. */
export function factsFor(known: KnownImage, tag: string | null): KnownFacts {
  const variant = known.variants?.find(({ tags }) => inRange(tag, tags))
  return variant === undefined ? known : { ...known, ...variant, sources: { ...known.sources, ...variant.sources } }
}

function knownFacts(reference: ImageReference): ImageFacts | null {
  const origin = originOf(reference, index)
  if (origin === null) return null
  const { known, certainty } = origin
  return { repository: known.repositories[0], certainty, ...complete(factsFor(known, reference.tag)) }
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

const nothing: ImageFacts = { repository: '', certainty: 'stated', ...complete({ sources: {} }) }

const configuration = ['bulwark.yaml']

function withStatement(facts: ImageFacts, { match, user, group, writable, capabilities }: StatedImage): ImageFacts {
  const runAs = user === undefined ? facts.runAs : { uid: user, gid: group ?? null, name: null }
  return {
    ...facts,
    repository: match,
    certainty: 'stated',
    runAs: runAs === null || group === undefined ? runAs : { ...runAs, gid: group },
    ...(user === undefined ? {} : { runAsNeeds: null, needsRoot: null }),
    ...(writable === undefined ? {} : { writable: writable.map(statedFolder), writableIsComplete: true }),
    capabilities: { ...facts.capabilities, ...(capabilities === undefined ? {} : { asUser: capabilities }) },
    sources: {
      ...facts.sources,
      ...(user === undefined && group === undefined ? {} : { user: configuration }),
      ...(writable === undefined ? {} : { writable: configuration }),
      ...(capabilities === undefined ? {} : { capabilities: configuration })
    }
  }
}

function statedFolder(folder: string | StatedFolder): WritableFolder {
  const { path, holds = 'scratch' } = typeof folder === 'string' ? { path: folder } : folder
  return { path, holds, purpose: 'stated in bulwark.yaml', hides: null, when: null }
}
