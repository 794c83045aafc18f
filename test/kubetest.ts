/**
 * A real Kubernetes API server for tests, on a free loopback port: the project's own build of the upstream
 * components, or the binaries in `$KUBEBUILDER_ASSETS`. Without either, tests are skipped visibly.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { request } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { goProgram, type Skipped } from './go-program.ts'

const folder = join(import.meta.dirname, 'kubetest')

export interface Kubetest {
  readonly url: string
  /** Path of a kubeconfig with the contexts admin, alice, bob and nobody. */
  readonly kubeconfig: string
  /** PEM of the authority that the server's certificate is of. */
  readonly ca: Buffer
  /** The administrator's. */
  readonly token: string
  /** One request as administrator (keep-alive is left to the agent of node:https). Bodies are JSON. */
  call(method: string, path: string, body?: unknown): Promise<ApiAnswer>
  stop(): void
}

export interface ApiAnswer {
  readonly status: number
  readonly body: unknown
  /** Values of the `Warning` headers. */
  readonly warnings: readonly string[]
}

/**
 * Starts a server; the caller stops it.
 *
 * @param options.controllers controllers to run, comma separated; none by default, which starts faster.
 * @throws Error with the server's last log lines if it does not become ready.
 */
export async function startKubetest(options: { controllers?: string } = {}): Promise<Kubetest | Skipped> {
  const binary = process.env.KUBEBUILDER_ASSETS === undefined ? await goProgram(folder) : ''
  if (typeof binary !== 'string') return binary
  const state = mkdtempSync(join(tmpdir(), 'bulwark-kubetest-'))
  const env = {
    ...process.env,
    KUBETEST_BIN: binary,
    KUBETEST_CM: options.controllers ?? '',
    KUBETEST_PORT: String(await freePort())
  }
  const up = spawnSync(join(folder, 'up.sh'), [state], { env, encoding: 'utf8' })
  if (up.status !== 0) throw new Error(`the API server did not start:\n${up.stdout}${up.stderr}`)
  const stop = (): void => {
    spawnSync(join(folder, 'down.sh'), [state, '--wipe'], { stdio: 'ignore' })
  }
  return { ...connection(state), stop }
}

function connection(state: string): Omit<Kubetest, 'stop'> {
  const settings = new Map(
    readFileSync(join(state, 'env'), 'utf8')
      .trim()
      .split('\n')
      .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
  )
  const url = settings.get('KUBETEST_URL') ?? ''
  const ca = readFileSync(join(state, 'ca.crt'))
  const token = settings.get('KUBETEST_ADMIN_TOKEN') ?? ''
  const call = (method: string, path: string, body?: unknown): Promise<ApiAnswer> =>
    send(new URL(path, url), { method, ca, token, body })
  return { url, kubeconfig: join(state, 'kubeconfig'), ca, token, call }
}

interface Call {
  readonly method: string
  readonly ca: Buffer
  readonly token: string
  readonly body: unknown
}

function send(url: URL, { method, ca, token, body }: Call): Promise<ApiAnswer> {
  const patch = method === 'PATCH' ? 'application/apply-patch+yaml' : 'application/json'
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, ca, headers: { authorization: `Bearer ${token}`, 'content-type': patch } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const warnings = (answer.headersDistinct.warning ?? []).map(String)
          resolve({ status: answer.statusCode ?? 0, body: parsed(Buffer.concat(chunks).toString()), warnings })
        })
      }
    )
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
