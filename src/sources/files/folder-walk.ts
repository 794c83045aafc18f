import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, isAbsolute, relative } from 'node:path'
import { fileFault, isAbsent } from './file-fault.ts'
import { extendRules, rulesFor } from './folder-rules.ts'
import { IgnoreRules, ignoreFileNames } from './ignore-rules.ts'
import {
  chartFile,
  chartFolders,
  emptyListing,
  isChartFile,
  kustomizationFiles,
  type ListedChart,
  type Listing
} from './listing.ts'

/** A folder on the way. */
interface Folder {
  /** As the user would name it; `.` for the current one. */
  readonly name: string
  /** Without symbolic links. */
  readonly real: string
  readonly rules: IgnoreRules | null
  /** From the folder that the rules are relative to, with a closing slash. */
  readonly within: string
  /** From the folder that the user named, with a closing slash. */
  readonly below: string
  /** The chart that it is a part of. */
  readonly chart: ListedChart | null
}

interface Link {
  readonly name: string
  readonly from: Folder
}

const manifest = /\.(ya?ml|json)$/i
const ignoreNames: ReadonlySet<string> = new Set(ignoreFileNames)

/**
 * Walks folders and lists what to read in them, in the order of their names. Symbolic links are followed after
 * everything else, so that a file keeps its own name and is listed once. Synchronous: there is nothing to do meanwhile.
 */
export class FolderWalk {
  readonly listing: Listing = emptyListing()
  readonly #exclude: IgnoreRules | null
  readonly #visited = new Set<string>()
  readonly #files = new Set<string>()
  readonly #links: Link[] = []

  constructor(exclude: readonly string[]) {
    this.#exclude = exclude.length === 0 ? null : IgnoreRules.of(exclude.map(fromCurrentFolder))
  }

  /** A folder that the user named. */
  addRoot(name: string): void {
    const { rules, within } = rulesFor(name)
    this.#walk({ name, real: realpathSync(name), rules, within, below: '', chart: null })
  }

  /** A file that the user named. */
  addNamed(file: string, real: string): void {
    if (this.#files.has(real)) return
    this.#files.add(real)
    this.listing.files.push({ file, named: true })
  }

  /** A kustomization file that the user named: its folder is rendered, nothing else in it is read. */
  addKustomization(folder: string, file: string): void {
    this.listing.kustomizations.push({ folder, file, named: true })
  }

  fail(file: string, message: string): void {
    this.listing.errors.push({ file, line: null, column: null, message })
  }

  /** Opening a pipe could wait for ever: one is read only when the user names it. */
  #skip(file: string): void {
    this.listing.skipped.push({ file, document: 0, reason: 'not a regular file', named: false })
  }

  /** Reads what links lead to and nothing else did. Links found on the way are followed too. */
  followLinks(): void {
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift()) this.#follow(link)
  }

  #walk(folder: Folder): void {
    if (this.#visited.has(folder.real)) return
    this.#visited.add(folder.real)
    let entries: Dirent[]
    try {
      entries = readdirSync(folder.name, { withFileTypes: true })
    } catch (error) {
      this.fail(folder.name, fileFault(error))
      return
    }
    entries.sort(byName)
    const here = this.#enter(folder, entries)
    for (const entry of entries) this.#visit(here, entry)
  }

  /** Takes a folder's own ignore files into force and notes whether it is a unit. */
  #enter(folder: Folder, entries: readonly Dirent[]): Folder {
    let { rules, chart } = folder
    let kustomization: string | undefined
    let hasIgnoreFile = false
    for (const { name } of entries) {
      if (ignoreNames.has(name)) hasIgnoreFile = true
      else if (name === chartFile) chart ??= this.#addChart(folder.name)
      else if (kustomizationFiles.includes(name)) kustomization ??= name
    }
    if (hasIgnoreFile) rules = extendRules(rules, folder.name, folder.within)
    if (kustomization !== undefined && ownsFiles({ ...folder, chart })) {
      this.listing.kustomizations.push({ folder: folder.name, file: join(folder.name, kustomization), named: false })
    }
    return { ...folder, rules, chart }
  }

  #addChart(folder: string): ListedChart {
    const chart: ListedChart = { folder, files: [] }
    this.listing.charts.push(chart)
    return chart
  }

  #visit(folder: Folder, entry: Dirent): void {
    const { name } = entry
    if (entry.isFile()) this.#addFile(folder, name)
    else if (entry.isDirectory()) this.#descend(folder, name)
    else if (entry.isSymbolicLink()) this.#links.push({ name, from: folder })
    else if (manifest.test(name) && !this.#isLeftOut(folder, name)) this.#skip(join(folder.name, name))
  }

  #addFile(folder: Folder, name: string): void {
    if (!manifest.test(name) || this.#isLeftOut(folder, name)) return
    if (ownsFiles(folder) && kustomizationFiles.includes(name)) return
    if (this.#files.size > 0 && this.#files.has(`${folder.real}/${name}`)) return
    const file = { file: join(folder.name, name), named: false }
    const { chart } = folder
    if (chart === null || (ownsFiles(folder) && !isChartFile(name))) this.listing.files.push(file)
    else chart.files.push(file)
  }

  #descend(folder: Folder, name: string): void {
    if (name === '.git' || this.#isLeftOut(folder, `${name}/`)) return
    this.#walk(this.#child(folder, name, `${folder.real}/${name}`))
  }

  #child(folder: Folder, name: string, real: string): Folder {
    const { chart } = folder
    // Only a chart's own folders belong to it; what else lies beside them is read on its own.
    const leavesChart = chart !== null && chart.folder === folder.name && !chartFolders.has(name)
    return {
      name: join(folder.name, name),
      real,
      rules: folder.rules,
      within: `${folder.within}${name}/`,
      below: `${folder.below}${name}/`,
      chart: leavesChart ? null : chart
    }
  }

  #isLeftOut(folder: Folder, name: string): boolean {
    if (folder.rules?.ignores(folder.within + name)) return true
    if (this.#exclude === null) return false
    if (this.#exclude.ignores(folder.below + name)) return true
    const shown = relative('', join(folder.name, name))
    if (shown === '' || shown.startsWith('..') || isAbsolute(shown)) return false
    return this.#exclude.ignores(name.endsWith('/') ? `${shown}/` : shown)
  }

  #follow({ name, from }: Link): void {
    const shown = join(from.name, name)
    if (this.#isLeftOut(from, name) || this.#isLeftOut(from, `${name}/`)) return
    let real: string
    let stats: Stats
    try {
      real = realpathSync(shown)
      stats = statSync(real)
    } catch (error) {
      // Editors leave dangling links beside a file they have open; only one that looks like a manifest is missed.
      if (!isAbsent(error) || manifest.test(name))
        this.fail(shown, isAbsent(error) ? 'this link leads nowhere' : fileFault(error))
      return
    }
    if (stats.isDirectory()) this.#followFolder(from, name, real)
    else if (stats.isFile() && manifest.test(name)) this.#followFile(from, name, real)
  }

  #followFolder(from: Folder, name: string, real: string): void {
    if (from.real === real || from.real.startsWith(`${real}/`)) {
      this.fail(join(from.name, name), 'this symbolic link leads back to a folder that holds it: a loop, not followed')
      return
    }
    this.#walk(this.#child(from, name, real))
  }

  #followFile(from: Folder, name: string, real: string): void {
    const wasListed = this.#visited.has(dirname(real)) && manifest.test(real)
    if (wasListed || this.#files.has(real)) return
    this.#files.add(real)
    this.#addFile(from, name)
  }
}

/** False in the depths of a chart, where files mean something only to Helm. */
function ownsFiles({ name, chart }: Pick<Folder, 'name' | 'chart'>): boolean {
  return chart === null || chart.folder === name
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

function join(folder: string, name: string): string {
  if (folder === '.') return name
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`
}

/** A path as shells complete it, `./k8s` or an absolute one below the current folder, means that path alone. */
function fromCurrentFolder(pattern: string): string {
  const current = `${process.cwd()}/`
  if (pattern.startsWith(current)) return `/${pattern.slice(current.length)}`
  return pattern.replace(/^(?:\.\/)+/, '/')
}
