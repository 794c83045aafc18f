import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { isMapping } from '../../estate/mapping.ts'
import { parseYaml } from '../../yaml/parse.ts'
import type { NodeRoot } from './node-root.ts'

/** Groups that the client certificates of a kubeconfig put their user into; null where none could be read. */
export function organizationsOf(root: NodeRoot, path: string): readonly string[] | null {
  const [document] = parseYaml(root.text(path) ?? '')
  const users: unknown = isMapping(document?.value) ? document.value.users : undefined
  if (!Array.isArray(users)) return null
  const organizations: string[] = []
  for (const entry of users) {
    const user: unknown = isMapping(entry) ? entry.user : undefined
    const certificate = isMapping(user) ? certificateOf(root, path, user) : null
    if (certificate === null) continue
    const subject = subjectOf(certificate)
    if (subject === null) return null
    organizations.push(...subject.matchAll(/^O=(.*)$/gm).map(([, name = '']) => name))
  }
  return organizations
}

/** In the file itself, or in another one that it names relative to itself. */
function certificateOf(root: NodeRoot, path: string, user: Record<string, unknown>): string | null {
  const data = user['client-certificate-data']
  if (typeof data === 'string') return Buffer.from(data, 'base64').toString('latin1')
  const file = user['client-certificate']
  if (typeof file !== 'string') return null
  return root.text(file.startsWith('/') ? file : join(path, '..', file))
}

function subjectOf(certificate: string): string | null {
  try {
    return new X509Certificate(certificate).subject
  } catch {
    return null
  }
}
