import type { FactName, ImageUser, NumericUser, PrivilegeDrop, WritableFolder } from './facts.ts'

/** Which tags a variant is about; all that is given has to hold. */
export interface TagRange {
  /** The first version, such as `1.25`. */
  readonly from?: string
  /** The first version that is no longer meant. */
  readonly below?: string
  /** How a part of the tag begins: `alpine` is in `16-alpine3.20`. */
  readonly part?: string
}

/** The facts of `ImageFacts` in the short form of the tables: what is left out is not known, or does not exist. */
export interface KnownFacts {
  readonly declares?: ImageUser
  /** Null takes back what the image says for its other versions. */
  readonly drops?: PrivilegeDrop | null
  readonly runAs?: NumericUser | null
  readonly runAsNeeds?: string | null
  readonly needsRoot?: string
  readonly writable?: readonly WritableFolder[]
  /** True where it may write other folders, too: the sources do not say. */
  readonly writesMore?: boolean
  readonly asRoot?: readonly string[]
  readonly asUser?: readonly string[]
  readonly ports?: readonly number[]
  readonly alternative?: string
  /** Where each fact was read. */
  readonly sources: Readonly<Partial<Record<FactName, readonly string[]>>>
}

/** An image of the tables. */
export interface KnownImage extends KnownFacts {
  /** In full: registry and path. The first is its home. */
  readonly repositories: readonly [string, ...string[]]
  /**
   * The last part of a path by which a copy in a registry of one's own is known, a version at its end written `*`. Absent: the
   * name says too little.
   */
  readonly copies?: readonly string[]
  /** The first whose range holds replaces the facts that it has. */
  readonly variants?: readonly (KnownFacts & { readonly tags: TagRange })[]
}

export const root: NumericUser = { uid: 0, gid: 0, name: null }

/** A user that the image's configuration gives as a number. */
export function numeric(uid: number, gid: number | null = uid): NumericUser {
  return { uid, gid, name: null }
}

/** A user that the image knows by name; the number is null where no source says it. */
export function named(name: string, uid: number | null, gid: number | null = uid): ImageUser {
  return { uid, gid, name }
}

/** A folder whose content may be lost. */
export function scratch(path: string, purpose: string, more: { hides?: string; when?: string } = {}): WritableFolder {
  return { path, purpose, holds: 'scratch', hides: more.hides ?? null, when: more.when ?? null }
}

/** A folder whose content has to outlive the pod. */
export function data(path: string, purpose: string, more: { hides?: string; when?: string } = {}): WritableFolder {
  return { path, purpose, holds: 'data', hides: more.hides ?? null, when: more.when ?? null }
}

/** The address of a file in a repository on GitHub, at the commit that was read. */
export function onGitHub(repository: string, commit: string, path: string): string {
  return `https://github.com/${repository}/blob/${commit}/${path}`
}

/** The address of a project's own manifest, in its newest version. */
export function manifest(repository: string, path: string): string {
  return `https://github.com/${repository}/blob/HEAD/${path}`
}
