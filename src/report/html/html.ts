import { chapters } from '../../controls/chapters.ts'
import type { Control } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import type { ScanResult } from '../../scan/scan.ts'
import { documentText, fileText } from '../input-place.ts'
import { inputTroubles } from '../input-troubles.ts'
import { printable } from '../printable.ts'
import type { Report } from '../report.ts'
import { SourceLines, type TextOf } from '../text/source-lines.ts'
import { controlData } from './control-data.ts'
import { fallback } from './fallback.ts'
import { FindingTable } from './finding-table.ts'
import { itemTitles } from './item-titles.ts'
import { pageParts } from './page-parts.ts'
import type { ReportData } from './report-data.ts'

/** What an HTML report is made of besides findings. */
export interface HtmlSetting {
  /** The page without data, as the build makes it of `web/report`. */
  readonly page: string
  /** The version of Bulwark. */
  readonly version: string
  /** What was scanned, as the user named it. */
  readonly subjects: readonly string[]
  /** The selected controls. */
  readonly controls: readonly Control[]
}

/** One HTML file that holds the findings and the page that shows them. It needs nothing else, and asks nobody. */
export class HtmlReport implements Report {
  readonly #setting: HtmlSetting
  readonly #findings: FindingTable

  constructor(setting: HtmlSetting, textOf: TextOf) {
    this.#setting = setting
    this.#findings = new FindingTable(new SourceLines(textOf))
  }

  add(findings: readonly Finding[]): void {
    for (const finding of findings) this.#findings.add(finding)
  }

  finish(frameworks: readonly string[], result: ScanResult): Iterable<string> {
    return pageParts(this.#setting.page, fallback(frameworks, result), () => this.#data(frameworks, result))
  }

  #data(frameworks: readonly string[], result: ScanResult): ReportData {
    const { version, subjects, controls } = this.#setting
    const table = this.#findings
    return {
      format: 1,
      bulwark: version,
      subjects: subjects.map(fileText),
      live: result.live,
      frameworks: frameworks.map(printable),
      summary: result.summary,
      chapters,
      controls: controlData(table.controls.values, controls, result.controls),
      items: itemTitles(table.maps.values.map(printableItems), frameworks),
      troubles: inputTroubles(result).map(({ message, ...trouble }) => ({ ...trouble, message: printable(message) })),
      skipped: result.skipped
        .filter(({ named }) => !named)
        .map((each) => ({ place: documentText(each), reason: printable(each.reason) })),
      texts: table.texts.values,
      objects: table.objects.columns,
      containers: table.containers.values,
      places: table.places.columns,
      frames: table.places.frames,
      exceptions: table.exceptions.values,
      maps: table.maps.values.map(printableItems),
      fails: table.fails.values.map((names) => names.map(printable)),
      findings: table.columns
    }
  }
}

function printableItems(maps: Finding['maps']): Finding['maps'] {
  return Object.fromEntries(Object.entries(maps).map(([name, items]) => [printable(name), items.map(printable)]))
}
