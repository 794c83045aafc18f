import { globSync } from 'node:fs'

/** The documents whose commands are run by the tests, from the repository's root. */
export function documentsBelow(root: string): string[] {
  return globSync(['README.md', 'CONTRIBUTING.md', 'samples/README.md', 'docs/*.md'], { cwd: root }).sort()
}
