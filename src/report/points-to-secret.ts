import { controlsOfCredentials } from '../controls/judging/credentials/controls-of-credentials.ts'
import type { Finding } from '../scan/finding.ts'

/** Their objects hold secrets; a file of a node may be a key itself. */
const kindsWithKeys: ReadonlySet<string> = new Set(['Secret', 'EncryptionConfiguration', 'NodeFile'])

/** True where the text around a finding may be a secret itself: then nothing of it is shown. */
export function pointsToSecret({ control, resource }: Pick<Finding, 'control' | 'resource'>): boolean {
  return kindsWithKeys.has(resource.kind) || controlsOfCredentials.has(control)
}
