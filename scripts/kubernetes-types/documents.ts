import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenApiDocument } from './openapi.ts'

/** The version whose types are generated. */
export const kubernetesVersion = '1.37.2'

/** Documents of all API groups in a folder of the form of `api/openapi-spec/v3` of the Kubernetes sources. */
export function documentsOfFolder(folder: string): OpenApiDocument[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('_openapi.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
}

/** Documents of a running API server, which must answer without credentials: behind `kubectl proxy`. */
export async function documentsOfServer(server: string): Promise<OpenApiDocument[]> {
  const index = (await fetchJson(new URL('/openapi/v3', server))) as {
    paths: Record<string, { serverRelativeURL: string }>
  }
  const groups = Object.entries(index.paths).filter(([path]) => /^apis?\//.test(path))
  return Promise.all(
    groups.map(async ([, { serverRelativeURL }]) => {
      return (await fetchJson(new URL(serverRelativeURL, server))) as OpenApiDocument
    })
  )
}

/** The folder in Go's module cache, if the module is there. */
export function cachedFolder(): string | undefined {
  try {
    const cache = execFileSync('go', ['env', 'GOMODCACHE'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const folder = join(cache.trim(), `k8s.io/kubernetes@v${kubernetesVersion}/api/openapi-spec/v3`)
    return existsSync(folder) ? folder : undefined
  } catch {
    return undefined
  }
}

/** Fetches the module with Go's own client. */
export function downloadFolder(): string {
  const module = `k8s.io/kubernetes@v${kubernetesVersion}`
  const { Dir } = JSON.parse(execFileSync('go', ['mod', 'download', '-json', module], { encoding: 'utf8' }))
  return join(Dir, 'api/openapi-spec/v3')
}

async function fetchJson(url: URL): Promise<unknown> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
  return response.json()
}
