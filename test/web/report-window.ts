import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { bulwark } from '../cli/bulwark.ts'
import { type Skipped, startBrowser } from './browser.ts'
import { type OpenReport, openReport, type Screen } from './open-report.ts'

const samplesFolder = join(import.meta.dirname, '../../samples')

/** What a test does with a report that is open in a window. */
export type Check = (report: OpenReport) => Promise<void>

/** Opens reports for the tests of one suite: in one browser, which ends with the suite. */
export class ReportWindow {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'bulwark-html-'))
  readonly samples: string = join(this.folder, 'samples.html')
  #browser: Browser | Skipped = { skipped: 'the browser was not started' }

  constructor() {
    before(async () => {
      this.#browser = await startBrowser()
      if (!('skipped' in this.#browser)) this.write(this.samples, samplesFolder)
    })
    after(async () => {
      if (!('skipped' in this.#browser)) await this.#browser.close()
      rmSync(this.folder, { recursive: true })
    })
  }

  /** Scans and writes a report. */
  write(file: string, ...args: readonly string[]): void {
    const { status, stderr } = bulwark(['scan', '-o', `html=${file}`, ...args])
    assert.ok(status === 0 || status === 1 || status === 2, stderr)
  }

  /** A test on the report of the samples. */
  test(name: string, screen: Screen, check: Check): void {
    this.testWith(name, async () => this.look(this.samples, screen, check))
  }

  /** A test that needs a browser; without one it is skipped. */
  testWith(name: string, check: (browser: Browser) => Promise<void>): void {
    test(name, async (t) => {
      if ('skipped' in this.#browser) return t.skip(this.#browser.skipped)
      await check(this.#browser)
    })
  }

  /** Opens a report; whatever its page should not have done is a failure. */
  async look(file: string, screen: Screen, check: Check, hash = ''): Promise<void> {
    if ('skipped' in this.#browser) throw new Error(this.#browser.skipped)
    const report = await openReport(this.#browser, file, screen, hash)
    try {
      await check(report)
      assert.deepEqual(report.complaints, [])
    } finally {
      await report.page.context().close()
    }
  }
}
