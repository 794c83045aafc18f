import { controlsOfCredentials } from '../controls/credentials/controls-of-credentials.ts'
import type { Finding } from '../scan/finding.ts'

/** True where the text around a finding may be a secret itself: then nothing of it is shown. */
export function pointsToSecret({ control, resource }: Pick<Finding, 'control' | 'resource'>): boolean {
  return resource.kind === 'Secret' || controlsOfCredentials.has(control)
}
