import { chapterOfControl } from './generated/chapters.ts'

/** A chapter of the guide. */
export interface Chapter {
  /** The folder of its controls. */
  readonly name: string
  readonly title: string
}

/** In the guide's order. */
export const chapters: readonly Chapter[] = [
  { name: 'pod', title: 'Pods' },
  { name: 'image', title: 'Images' },
  { name: 'token', title: 'Service account tokens' },
  { name: 'access', title: 'Access' },
  { name: 'authentication', title: 'Authentication' },
  { name: 'audit', title: 'Audit' },
  { name: 'network', title: 'Network' },
  { name: 'namespace', title: 'Namespaces' },
  { name: 'upgrade', title: 'Upgrades' }
]

/** The chapter of one of Bulwark's own controls; undefined for a user's. */
export function chapterOf(control: string): Chapter | undefined {
  const name = chapterOfControl.get(control)
  return chapters.find((chapter) => chapter.name === name)
}
