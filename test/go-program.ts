/**
 * Go programs that tests ask for the truth: built once with the machine's Go, kept outside the tree
 * under a hash of their sources, and skipped visibly where Go is not installed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Why a Go program cannot be had here. A test passes it on to `t.skip`. */
export interface Skipped {
  readonly skipped: string
}

/** Folder for what tests build once: `$XDG_CACHE_HOME/bulwark`, else `~/.cache/bulwark`. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'bulwark')
}

/**
 * Path of the binary built from the Go module in `folder`; a `build.sh` there is used when it exists
 * and gets the binary's path as its argument.
 *
 * @throws Error with the compiler's output where Go is installed and the build fails.
 */
export async function goProgram(folder: URL | string): Promise<string | Skipped> {
  const source = typeof folder === 'string' ? folder : fileURLToPath(folder)
  const binary = join(cacheFolder(), `${nameOf(source)}-${hashOf(source)}`, basename(source))
  if (existsSync(binary)) return binary
  const draft = `${binary}.${process.pid}`
  const script = join(source, 'build.sh')
  const [program, args] = existsSync(script)
    ? [script, [draft]]
    : ['go', ['build', '-trimpath', '-buildvcs=false', '-o', draft, '.']]
  return build(program, args, { source, draft, binary })
}

/** Path of a tool installed with `go install MODULE@VERSION`, under its last path element. */
export async function goTool(module: string, version: string): Promise<string | Skipped> {
  const name = moduleName(module)
  const binary = join(cacheFolder(), `${name}-${version}`, name)
  if (existsSync(binary)) return binary
  const draft = `${dirname(binary)}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  return build('go', ['install', `${module}@${version}`], {
    source: draft,
    draft: join(draft, name),
    binary,
    env: { GOBIN: draft, GOFLAGS: '-buildvcs=false' }
  })
}

interface Build {
  readonly source: string
  readonly draft: string
  readonly binary: string
  readonly env?: Record<string, string>
}

function build(program: string, args: string[], { source, draft, binary, env }: Build): string | Skipped {
  if (spawnSync('go', ['version']).status !== 0) return { skipped: 'Go is not installed' }
  mkdirSync(dirname(draft), { recursive: true })
  const { status, stderr, stdout } = spawnSync(program, args, {
    cwd: source,
    encoding: 'utf8',
    env: { ...process.env, CGO_ENABLED: '0', ...env }
  })
  if (status !== 0) throw new Error(`building ${basename(binary)} failed:\n${stdout}${stderr}`)
  mkdirSync(dirname(binary), { recursive: true })
  // Two builds at once both end with a whole binary.
  renameSync(draft, binary)
  if (env?.GOBIN !== undefined) rmSync(env.GOBIN, { recursive: true, force: true })
  return binary
}

function hashOf(source: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(source).sort()) {
    if (/\.(go|mod|sum)$|^build\.sh$/.test(name))
      hash
        .update(name)
        .update('\0')
        .update(readFileSync(join(source, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** `test/cel/oracle` is `cel-oracle`; `test/kubetest` is `kubetest`. */
function nameOf(source: string): string {
  const parent = basename(dirname(source))
  return parent === 'test' ? basename(source) : `${parent}-${basename(source)}`
}

function moduleName(module: string): string {
  const last = basename(module)
  return /^v\d+$/.test(last) ? basename(dirname(module)) : last
}
