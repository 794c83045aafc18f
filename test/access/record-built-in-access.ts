/** Writes `src/access/generated/built-in.ts`, for a new version of Kubernetes. A test says when it is out of date. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startKubetest } from '../kubetest.ts'
import { builtInAccessText } from './built-in-access.ts'

const server = await startKubetest()
if (!('stop' in server)) throw new Error(server.skipped)
try {
  const target = join(import.meta.dirname, '../../src/access/generated/built-in.ts')
  writeFileSync(target, await builtInAccessText(server))
} finally {
  server.stop()
}
