/** What a tool printed, that it is not installed, or why it failed. */
export type ToolRun = { readonly stdout: string } | { readonly absent: true } | { readonly problem: string }

const largestOutput = 256 * 1024 * 1024
const offlineSeconds = 60
const remoteSeconds = 300

/** Nothing listens there: a tool that tries the network fails at once. */
const nowhere = 'http://127.0.0.1:9'

/** Keeps a tool off the network and from running plug-ins, however its input asks for them. */
const offline: Readonly<Record<string, string>> = {
  HTTP_PROXY: nowhere,
  HTTPS_PROXY: nowhere,
  ALL_PROXY: nowhere,
  NO_PROXY: '',
  http_proxy: nowhere,
  https_proxy: nowhere,
  all_proxy: nowhere,
  no_proxy: '',
  GIT_ALLOW_PROTOCOL: 'none',
  HELM_NO_PLUGINS: '1'
}

/**
 * Runs one of the user's own tools: no shell, no input, bounded in time and output.
 * @param allowRemote Lets it use the network.
 */
export function runTool(program: string, args: readonly string[], allowRemote: boolean): ToolRun {
  const seconds = allowRemote ? remoteSeconds : offlineSeconds
  // Not imported: loading it takes longer than reading a hundred manifests, and most scans render nothing.
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const { error, status, signal, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', ...(allowRemote ? {} : offline) },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: largestOutput,
    windowsHide: true
  })
  if (error !== undefined) return failure(program, error, seconds)
  if (status === 0) return { stdout }
  if (signal !== null) return { problem: `${program} was ended by ${signal}` }
  return { problem: complaint(stderr) || `${program} failed with exit code ${status}` }
}

function failure(program: string, error: Error, seconds: number): ToolRun {
  const code = 'code' in error ? error.code : ''
  if (code === 'ENOENT') return { absent: true }
  if (code === 'ETIMEDOUT') return { problem: `${program} took longer than ${seconds} seconds` }
  if (code === 'ENOBUFS') return { problem: `${program} printed more than ${largestOutput / 1024 / 1024} MB` }
  return { problem: `${program} could not be run: ${error.message}` }
}

/** What tools quote of their input, which may be a secret: configurations, patches and literals of Kustomize. */
const quotations: readonly (readonly [RegExp, string])[] = [
  [/`[^`]*`/g, '`…`'],
  [/\bpatch from \[.*\]/g, 'patch from […]'],
  [/\bliteral sources? .*?(?=, expected|$)/g, 'literal source …']
]

/** A tool's own words in one line: from its error on, without log lines, hints, stack traces and the input itself. */
function complaint(stderr: string): string {
  const [words = ''] = stderr.split(/^goroutine \d+ /m)
  const error = words.search(/^(Error|error|panic): /m)
  const line = words
    .slice(Math.max(error, 0))
    .split('\n')
    .filter((text) => !/^(W\d{4} |# Warning|WARNING|level=|Use --debug)/.test(text))
    .join(' ')
    .replace(/^(Error|error): /, '')
    .replace(/\s+/g, ' ')
    .trim()
  return quotations.reduce((text, [quotation, mark]) => text.replace(quotation, mark), line).slice(0, 1000)
}
