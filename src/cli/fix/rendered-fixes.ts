import { existsSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import type { FixGrade } from '../../controls/control.ts'
import type { Resource } from '../../estate/resource.ts'
import { compareGrades } from '../../fix/grade.ts'
import { fixChart } from '../../fix/helm/fix-chart.ts'
import { fixOverlay } from '../../fix/kustomize/fix-overlay.ts'
import type { Fixed, ObjectPlanner } from '../../fix/plan/object-planner.ts'
import { type FixedUnit, fixUnit, type RenderedFaults } from '../../fix/rendered/fix-unit.ts'
import type { Files, Outcome, Wish } from '../../fix/rendered/wish.ts'
import type { LeftOut } from '../../fix/repair.ts'
import type { Finding } from '../../scan/finding.ts'
import { ChartCopy } from '../../sources/helm/chart-copy.ts'
import { readRenderedCharts } from '../../sources/helm/read-charts.ts'
import { renderChanged } from '../../sources/kustomize/overlay-copy.ts'
import { readOverlays } from '../../sources/kustomize/read-overlays.ts'
import type { SourceOptions } from '../../sources/options.ts'
import { shownAs } from '../../sources/rendered/source-text.ts'
import type { FixedFile } from './fixed-files.ts'
import type { FileFaults } from './found-faults.ts'
import { readSourceFile, textAt } from './source-file.ts'

/** Mends what charts and overlays render, in their own files: each is rendered anew to prove it. */
export class RenderedFixes {
  readonly #options: SourceOptions
  readonly #planner: ObjectPlanner
  readonly #faults: ReadonlyMap<string, FileFaults>
  /** By absolute path. */
  readonly #files = new Map<string, string>()
  readonly #grades = new Map<string, FixGrade>()
  readonly #fixed = new Map<Finding, Fixed>()
  readonly #left = new Map<Finding, LeftOut>()

  /** @param faults Of files that something was rendered from. */
  constructor(faults: ReadonlyMap<string, FileFaults>, options: SourceOptions, planner: ObjectPlanner) {
    this.#faults = faults
    this.#options = options
    this.#planner = planner
  }

  /** @param paths As the user named them. */
  fix(paths: readonly string[]): void {
    for (const { file, folders, files, unit } of readOverlays(paths, this.#options)) {
      const render = (changed: Files) =>
        renderChanged(file, files, this.#with(changed), this.#options.allowRemote ?? false)
      const parts = new Set(files)
      this.#unit(
        unit.resources,
        (path) => parts.has(path),
        (wishes) => fixOverlay({ file, folders, read: this.#read, render }, wishes)
      )
    }
    for (const { folder, chart, unit } of readRenderedCharts(paths, this.#options)) {
      const copy = new ChartCopy(folder, chart, this.#options)
      try {
        const source = {
          valuesFiles: copy.valuesFiles,
          read: this.#read,
          templates: copy.templates(),
          subcharts: copy.subcharts(),
          render: (changed: Files) => copy.render(this.#with(changed))
        }
        const root = `${resolve(folder)}${sep}`
        this.#unit(
          unit.resources,
          (path) => path.startsWith(root),
          (wishes) => fixChart(source, wishes)
        )
      } finally {
        copy.remove()
      }
    }
  }

  /** Every file that changes, and first what of the findings is fixed and what is left. */
  *results(): Generator<FixedFile> {
    for (const { findings } of this.#faults.values()) {
      for (const finding of findings) {
        if (this.#fixed.has(finding) || this.#left.has(finding)) continue
        const reason = 'what it was rendered from cannot be told: change it there'
        this.#left.set(finding, { finding, kind: 'rendered', reason, grade: finding.fix })
      }
    }
    yield {
      file: '',
      before: '',
      steps: [],
      fixed: [...this.#fixed.values()],
      left: [...this.#left.values()],
      source: null,
      again: null
    }
    for (const [path, text] of [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const file = shownAs(path, '')
      const grade = this.#grades.get(path) ?? 'safe'
      const source = existsSync(path) ? readSourceFile(path) : null
      if (source !== null && 'problem' in source) continue
      yield { file, before: source?.text ?? null, steps: [{ grade, text }], fixed: [], left: [], source, again: null }
    }
  }

  /** @param isPart Whether a file, by its absolute path, is part of what renders these. */
  #unit(
    resources: readonly Resource[],
    isPart: (path: string) => boolean,
    grant: (wishes: readonly Wish[]) => Outcome
  ): void {
    const faults = this.#faultsOf(resources, isPart)
    if (faults.findingsOf.size > 0) this.#keep(fixUnit(faults, this.#planner, grant))
  }

  #faultsOf(resources: readonly Resource[], isPart: (path: string) => boolean): RenderedFaults {
    const own = [...this.#faults].filter(([file]) => isPart(resolve(file))).map(([, faults]) => faults)
    const findings = own.flatMap((faults) => faults.findings)
    const findingsOf = new Map<Resource, readonly Finding[]>()
    for (const resource of resources) {
      const about = findings.filter((finding) => isAbout(finding, resource))
      if (about.length > 0) findingsOf.set(resource, about)
    }
    return { resources, findingsOf, tolerated: new Set(own.flatMap(({ tolerated }) => [...tolerated])) }
  }

  /** Overlays that render the same are reported once: what is found there is fixed when it is fixed in each. */
  #keep({ files, fixed, left }: FixedUnit): void {
    for (const each of left) {
      this.#left.set(each.finding, each)
      this.#fixed.delete(each.finding)
    }
    for (const each of fixed) if (!this.#left.has(each.finding)) this.#fixed.set(each.finding, each)
    const grade =
      fixed
        .map((each) => each.grade)
        .sort(compareGrades)
        .at(-1) ?? 'safe'
    for (const [path, text] of files) {
      this.#files.set(path, text)
      const known = this.#grades.get(path)
      if (known === undefined || compareGrades(known, grade) < 0) this.#grades.set(path, grade)
    }
  }

  #read = (path: string): string | null => {
    return this.#files.get(path) ?? textAt(path)
  }

  /** What was changed for other charts and overlays counts as written. */
  #with(changed: Files): Files {
    return new Map([...this.#files, ...changed])
  }
}

function isAbout({ resource: about }: Finding, { apiVersion, kind, namespace, name }: Resource): boolean {
  return about.kind === kind && about.name === name && about.namespace === namespace && about.apiVersion === apiVersion
}
