import type { Mapping } from '../../estate/mapping.ts'
import type { Files } from '../rendered/wish.ts'

/** A kustomization that nothing else refers to, with what the fix needs to know of the world. */
export interface Overlay {
  /** The kustomization file; absolute. */
  readonly file: string
  /** Absolute folders of all kustomizations that it is made of, its own among them. */
  readonly folders: ReadonlySet<string>
  /** A file's text; null where there is none. */
  read(file: string): string | null
  /** What Kustomize makes of the overlay once these files have these texts, without touching the user's own. */
  render(files: Files): readonly Mapping[] | { readonly problem: string }
}
