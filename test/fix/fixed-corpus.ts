import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bulwark, type Outcome } from '../cli/bulwark.ts'

/** A finding in the report of a fix. */
export interface ToldFinding {
  readonly control: string
  readonly file: string
  readonly path: string
  readonly fingerprint: string
  readonly grade: 'safe' | 'review' | 'breaking' | null
  readonly kind?: string
}

/** What `fix -o json` says. */
export interface FixReport {
  readonly summary: {
    readonly files: number
    readonly fixed: Readonly<Record<string, number>>
    readonly left: Readonly<Record<string, number>>
  }
  readonly fixed: readonly ToldFinding[]
  readonly left: readonly ToldFinding[]
  readonly diffs: readonly { readonly file: string; readonly diff: string }[]
  readonly unwritten: readonly { readonly file: string; readonly reason: string }[]
}

/** A copy of a folder of manifests, to be fixed. */
export class FixedCopy {
  readonly folder: string
  /** As they were: path in the folder → bytes. */
  readonly before: ReadonlyMap<string, Buffer>

  constructor(original: string) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'bulwark-fix-')))
    cpSync(original, this.folder, { recursive: true })
    // What is lent out may be read-only.
    for (const name of this.#names()) chmodSync(join(this.folder, name), 0o644)
    this.before = this.files()
  }

  fix(...args: readonly string[]): FixReport {
    const outcome = this.#run(['fix', '.', '--render', 'never', '-o', 'json', '--write', ...args])
    return JSON.parse(outcome.stdout)
  }

  /** Fingerprints of what is found, by file. */
  scan(...args: readonly string[]): ReadonlySet<string> {
    const { stdout } = this.#run(['scan', '.', '--render', 'never', '-o', 'json', '--fail-on', 'none', ...args])
    const { findings } = JSON.parse(stdout) as { findings: (ToldFinding & { status: string })[] }
    return new Set(findings.filter(({ status }) => status === 'fail').map(keyOf))
  }

  files(): ReadonlyMap<string, Buffer> {
    return new Map(this.#names().map((name) => [name, readFileSync(join(this.folder, name))]))
  }

  /** Files that are not what they were, with both their texts. */
  changes(): { readonly name: string; readonly before: string; readonly after: string }[] {
    return [...this.files()].flatMap(([name, after]) => {
      const before = this.before.get(name)
      if (before === undefined) throw new Error(`${name} is new`)
      return before.equals(after) ? [] : [{ name, before: before.toString(), after: after.toString() }]
    })
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  #run(args: readonly string[]): Outcome {
    const outcome = bulwark(args, { cwd: this.folder })
    if (outcome.status === 3 || outcome.status === null) throw new Error(outcome.stderr)
    return outcome
  }

  #names(): string[] {
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(this.folder, name)).isFile()
    )
  }
}

export function keyOf({ file, fingerprint }: ToldFinding): string {
  return `${file} ${fingerprint}`
}
