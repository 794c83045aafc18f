import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { bulwark } from '../cli/bulwark.ts'
import { startBrowser } from './browser.ts'
import { desktop, openReport } from './open-report.ts'

/** What one may wait for on the main thread, in milliseconds of its processor time: a busy machine counts no less. */
const limits = { load: 2000, filter: 400 } as const
const findingsWanted = 50_000

const folder = mkdtempSync(join(tmpdir(), 'bulwark-large-'))
after(() => rmSync(folder, { recursive: true }))

test('50,000 findings open and filter without a wait', async (t) => {
  const browser = await startBrowser()
  if ('skipped' in browser) return t.skip(browser.skipped)
  t.after(() => browser.close())
  const file = join(folder, 'large.html')
  const manifests = writeManifests()
  const { stderr } = bulwark(['scan', manifests, '-o', `html=${file}`])
  assert.equal(stderr, '')
  t.diagnostic(`the file has ${(statSync(file).size / 1e6).toFixed(1)} MB`)

  const { page, complaints } = await openReport(browser, file, desktop)
  const meter = await Meter.on(page)
  const load = await meter.measure(async () => {
    await page.reload()
    await page.locator('.row').first().waitFor()
  })
  const count = Number((await page.locator('.found').innerText()).replace(/\D/g, ''))
  t.diagnostic(`${count} findings are there after ${load} ms`)
  assert.ok(count >= findingsWanted, `only ${count} findings`)
  assert.ok(load < limits.load, `loading takes ${load} ms`)

  // What is put into the page while it is idle has to be paid for, too.
  await page.waitForFunction(() => document.querySelectorAll('.row').length > 4000, undefined, { timeout: 60_000 })
  const waits: number[] = []
  for (const query of ['p', 'pr', 'privileged', 'team-7 root', 'service-399', 'no such thing', '']) {
    waits.push(await meter.measure(() => enter(page, query)))
  }
  for (const value of ['high', 'Deployment', 'team-']) {
    waits.push(await meter.measure(() => tick(page, value)))
  }
  for (const grouping of ['control', 'object', 'namespace', 'file']) {
    waits.push(await meter.measure(() => group(page, grouping)))
  }
  t.diagnostic(`a filter takes ${waits.toSorted((a, b) => a - b)[waits.length >> 1]} ms, ${Math.max(...waits)} at most`)
  assert.ok(Math.max(...waits) < limits.filter, `filtering takes ${waits.join(', ')} ms`)

  await page.getByRole('button', { name: 'Clear all' }).click()
  await page.locator('.row a').first().focus()
  await page.keyboard.press('End')
  await page.waitForFunction((last) => document.activeElement?.parentElement?.ariaPosInSet === last, String(count))
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  assert.match((await page.locator('#print').textContent()) ?? '', /The first 500 of [\d,]+ are printed/)
  assert.equal(await page.locator('#print article').count(), 500)
  assert.deepEqual(complaints, [])
})

/** Processor time of the page's main thread. */
class Meter {
  readonly #session: CDPSession

  private constructor(session: CDPSession) {
    this.#session = session
  }

  static async on(page: Page): Promise<Meter> {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new Meter(session)
  }

  /** How long an action and the frame after it take, in milliseconds. */
  async measure(act: () => Promise<void>): Promise<number> {
    const before = await this.#seconds()
    await act()
    return Math.round(((await this.#seconds()) - before) * 1000)
  }

  async #seconds(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
}

async function enter(page: Page, query: string): Promise<void> {
  await page.locator('.search input').fill(query)
  await nextFrame(page)
}

async function tick(page: Page, value: string): Promise<void> {
  await page.locator('.choices label', { hasText: value }).first().click()
  await nextFrame(page)
}

async function group(page: Page, grouping: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Group by' }).selectOption(grouping)
  await nextFrame(page)
}

async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
}

/** Deployments of which each falls short in a dozen ways. */
function writeManifests(): string {
  const manifests = join(folder, 'manifests')
  mkdirSync(manifests)
  for (let file = 0; file < 420; file++) {
    const objects = Array.from({ length: 10 }, (_, index) => deployment(file * 10 + index))
    writeFileSync(join(manifests, `part-${file}.yaml`), objects.join('---\n'))
  }
  return manifests
}

function deployment(number: number): string {
  const team = number % 61
  return `apiVersion: apps/v1
kind: ${['Deployment', 'StatefulSet', 'DaemonSet'][number % 3]}
metadata:
  name: service-${number}
  namespace: team-${team}
spec:
  selector:
    matchLabels: {app: service-${number}}
  template:
    metadata:
      labels: {app: service-${number}}
    spec:
      containers:
        - name: app-${number % 17}
          image: registry.example/team-${team}/service-${number}:latest
          securityContext:
            privileged: ${number % 50 === 0}
            runAsUser: ${number % 20 === 0 ? 0 : 1000}
`
}
