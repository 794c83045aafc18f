import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { isMapping, mappingAt, stringAt } from '../../../estate/mapping.ts'
import type { ClusterAccess, ExecPlugin } from '../kubeconfig/access.ts'
import { ConnectionFault } from './connection-fault.ts'
import type { Obtained } from './obtained.ts'

const largestOutput = 1 << 20
const longestMessage = 300

/**
 * Runs a credential plug-in as kubectl does: the protocol of client.authentication.k8s.io, no shell. What it has to say to
 * a person goes to the terminal where there is one.
 * @param milliseconds How long it may take where it cannot ask anybody.
 * @throws ConnectionFault where it gives no credentials.
 */
export async function runExecPlugin(
  plugin: ExecPlugin,
  access: ClusterAccess,
  milliseconds: number
): Promise<Obtained> {
  const interactive = plugin.interactive !== 'Never' && process.stdin.isTTY === true
  const fail = (message: string): ConnectionFault =>
    new ConnectionFault(
      'credentials',
      `the credential plug-in "${plugin.command}" of user "${access.account.name}" ${message}`
    )
  if (plugin.interactive === 'Always' && !interactive) throw fail('needs a terminal: log in first, then scan')
  const info = JSON.stringify(execInfo(plugin, access, interactive))
  const run = await runProgram(
    plugin,
    { ...process.env, ...plugin.env, KUBERNETES_EXEC_INFO: info },
    {
      interactive,
      milliseconds: interactive ? null : milliseconds
    }
  )
  if ('error' in run) throw fail(`cannot be run: ${reasonOf(run.error)}${hintOf(plugin)}`)
  if (run.code !== 0) {
    const said = run.stderr.trim().slice(0, longestMessage)
    throw fail(
      run.timedOut ? `gave nothing within ${milliseconds / 1000} s` : `failed${said === '' ? '' : `: ${said}`}`
    )
  }
  const credential = credentialOf(run.stdout)
  if (credential === null) throw fail('printed no ExecCredential with a token or a certificate')
  return credential
}

interface ProgramLimits {
  readonly interactive: boolean
  readonly milliseconds: number | null
}

interface ProgramRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly timedOut: boolean
}

function runProgram(
  { command, args }: ExecPlugin,
  env: NodeJS.ProcessEnv,
  { interactive, milliseconds }: ProgramLimits
): Promise<ProgramRun | { readonly error: unknown }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env,
      stdio: [interactive ? 'inherit' : 'ignore', 'pipe', interactive ? 'inherit' : 'pipe'],
      ...(milliseconds === null ? {} : { timeout: milliseconds, killSignal: 'SIGKILL' })
    })
    const output = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream]?.setEncoding('utf8').on('data', (text: string) => {
        if (output[stream].length < largestOutput) output[stream] += text
      })
    }
    child.on('error', (error) => resolve({ error }))
    child.on('close', (code, signal) => resolve({ code, ...output, timedOut: signal === 'SIGKILL' }))
  })
}

/** What the plug-in is told about the request. */
function execInfo(plugin: ExecPlugin, { server, endpoint }: ClusterAccess, interactive: boolean): object {
  const { caFile, caData, skipVerify, tlsServerName, proxy, execConfig } = endpoint
  const authority = caData ?? (caFile === null ? null : readFileSync(caFile, 'base64'))
  const cluster = {
    server: server.href.replace(/\/$/, ''),
    ...(tlsServerName === null ? {} : { 'tls-server-name': tlsServerName }),
    ...(skipVerify ? { 'insecure-skip-tls-verify': true } : {}),
    ...(authority === null ? {} : { 'certificate-authority-data': authority }),
    ...(proxy === null ? {} : { 'proxy-url': proxy }),
    config: execConfig
  }
  return {
    apiVersion: plugin.apiVersion,
    kind: 'ExecCredential',
    spec: { interactive, ...(plugin.provideClusterInfo ? { cluster } : {}) }
  }
}

function credentialOf(text: string): Obtained | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const status = isMapping(value) ? mappingAt(value, 'status') : undefined
  if (status === undefined) return null
  const token = stringAt(status, 'token') || null
  const certificate = stringAt(status, 'clientCertificateData') || null
  const key = stringAt(status, 'clientKeyData') || null
  if (token === null && (certificate === null || key === null)) return null
  const expires = Date.parse(stringAt(status, 'expirationTimestamp') ?? '')
  return { token, certificate, key, expires: Number.isNaN(expires) ? null : expires }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return 'it is not installed, or not on the PATH'
  return code === 'EACCES' ? 'it may not be executed' : String(code)
}

function hintOf({ installHint }: ExecPlugin): string {
  return installHint === null ? '' : `\n  ${installHint.trim().replaceAll('\n', '\n  ')}`
}
