/**
 * Writes `src/kubernetes/generated/types.ts` from OpenAPI v3 documents:
 *
 *     node scripts/generate-kubernetes-types.ts                     # of the pinned version, through Go's module proxy
 *     node scripts/generate-kubernetes-types.ts FOLDER              # of a checkout: kubernetes/api/openapi-spec/v3
 *     node scripts/generate-kubernetes-types.ts --server URL        # of a cluster, behind `kubectl proxy`
 *
 * `--version 1.38.0` says what the documents are of where that is not the pinned version.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  cachedFolder,
  documentsOfFolder,
  documentsOfServer,
  downloadFolder,
  kubernetesVersion
} from './kubernetes-types/documents.ts'
import { moduleText } from './kubernetes-types/module-text.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { server: { type: 'string' }, version: { type: 'string', default: kubernetesVersion } }
})

const documents =
  values.server === undefined
    ? documentsOfFolder(positionals[0] ?? cachedFolder() ?? downloadFolder())
    : await documentsOfServer(values.server)

const target = join(import.meta.dirname, '../src/kubernetes/generated/types.ts')
writeFileSync(target, moduleText(documents, values.version))
process.stdout.write(`${target}\n`)
