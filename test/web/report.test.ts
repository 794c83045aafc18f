import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, type TestContext, test } from 'node:test'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { bulwark } from '../cli/bulwark.ts'
import { type Skipped, startBrowser } from './browser.ts'
import { desktop, focused, listed, type OpenReport, openReport, phone, type Screen } from './open-report.ts'

const root = join(import.meta.dirname, '../..')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe('the HTML report in a browser', { concurrency: false }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-html-'))
  const samples = join(folder, 'samples.html')
  let browser: Browser | Skipped

  before(async () => {
    browser = await startBrowser()
    if ('skipped' in browser) return
    write(samples, join(root, 'samples'))
  })

  after(async () => {
    if (!('skipped' in browser)) await browser.close()
    rmSync(folder, { recursive: true })
  })

  function write(file: string, ...args: readonly string[]): void {
    const { status, stderr } = bulwark(['scan', '-o', `html=${file}`, ...args])
    assert.ok(status === 0 || status === 1 || status === 2, stderr)
  }

  /** A test with a report open in a window; whatever the page should not have done fails it. */
  function inBrowser(
    name: string,
    screen: Screen,
    check: (report: OpenReport, t: TestContext) => Promise<void>,
    { file = samples, hash = '' } = {}
  ): void {
    test(name, async (t) => {
      if ('skipped' in browser) return t.skip(browser.skipped)
      const report = await openReport(browser, file, screen, hash)
      try {
        await check(report, t)
        assert.deepEqual(report.complaints, [])
      } finally {
        await report.page.context().close()
      }
    })
  }

  inBrowser('shows every finding, the first in full', desktop, async ({ page }) => {
    const { findings } = JSON.parse(bulwark(['scan', join(root, 'samples'), '-o', 'json']).stdout) as {
      findings: readonly { readonly message: string }[]
    }
    await page.waitForFunction((count) => document.querySelectorAll('.row').length === count, findings.length)
    const messages = (await listed(page)).map((message) => message.toLowerCase()).sort()
    assert.deepEqual(messages, findings.map(({ message }) => message.toLowerCase()).sort())
    assert.match(await page.title(), new RegExp(`^${findings.length} findings`))
    const first = page.locator('article.finding')
    assert.match(await first.innerText(), /Why it matters[\s\S]*What to do[\s\S]*Asked for by/)
    assert.match(await first.locator('.excerpt .pointed').innerText(), /^11\s+here:\s+name: cluster-admin/)
  })

  for (const [name, screen] of Object.entries({ desktop, phone })) {
    for (const scheme of ['light', 'dark'] as const) {
      inBrowser(
        `has nothing serious to complain of for axe, ${name}, ${scheme}`,
        { ...screen, scheme },
        async ({ page }) => {
          await unfoldAll(page)
          await axeFindsNothing(page)
          if (screen !== phone) return
          await page.getByRole('button', { name: 'Filters' }).click()
          await axeFindsNothing(page)
          await page.keyboard.press('Escape')
          await page.locator('.row a').first().click()
          await axeFindsNothing(page)
        }
      )
    }
  }

  inBrowser('searches as one types, says how many are left, and keeps it in the address', desktop, async ({ page }) => {
    await page.keyboard.press('/')
    await page.keyboard.type('"runs privileged" shop')
    await page.waitForFunction(() => document.querySelectorAll('.row').length === 2)
    assert.deepEqual((await listed(page)).sort(), [
      'Container "packet-capture" runs privileged',
      'Init container "keepalive" runs privileged'
    ])
    assert.match(page.url(), /#q=%22runs\+privileged%22\+shop$/)
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('2 of '))
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelectorAll('.row').length > 50)
    await page.keyboard.type('no such thing')
    assert.match(await page.locator('.list').innerText(), /No finding is left/)
    await page.getByRole('button', { name: 'Clear the filters' }).click()
    await page.waitForFunction(() => document.querySelectorAll('.row').length > 50)
  })

  inBrowser(
    'filters by facets, chapters and the matrix, each counting beside the others',
    desktop,
    async ({ page }) => {
      const all = await page.locator('.found').innerText()
      const matrix = page.getByRole('region', { name: 'Severity by namespace' })
      const cell = matrix.getByRole('button', { name: 'critical in shop' })
      const count = Number.parseInt(await cell.innerText(), 10)
      await cell.click()
      await page.waitForFunction((wanted) => document.querySelectorAll('.row').length === wanted, count)
      assert.equal(await cell.getAttribute('aria-pressed'), 'true')
      assert.match(page.url(), /severity=critical&namespace=shop/)
      assert.ok((await page.locator('.row .mark').allTextContents()).every((text) => text === 'critical'))
      await cell.click()
      assert.equal(await page.locator('.found').innerText(), all)

      await page.getByRole('button', { name: /^Images/ }).click()
      const images = await page.locator('.row').count()
      assert.ok(images > 0 && images < 20)
      const box = page.getByRole('group', { name: 'Kind' }).getByRole('checkbox').first()
      await box.check()
      await page.getByRole('button', { name: /^Remove chapter Images/ }).click()
      assert.equal(await box.isChecked(), true)
      await page.getByRole('button', { name: 'Clear all' }).click()
      assert.equal(await page.locator('.found').innerText(), all)
    }
  )

  inBrowser('is read by keyboard alone', desktop, async ({ page }) => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    assert.equal(await focused(page), 'Skip to the findings')
    await page.keyboard.press('Enter')
    const rows = await listed(page)
    const isOn = (index: number) =>
      page.waitForFunction(
        (message) => document.activeElement?.querySelector('.message')?.textContent === message,
        rows[index]
      )
    await isOn(0)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('j')
    await isOn(2)
    assert.equal(await page.locator('article.finding h3').innerText(), rows[2])
    assert.equal(await page.locator('[aria-current=true] .message').innerText(), rows[2])
    await page.keyboard.press('k')
    await isOn(1)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'finding')
    await page.keyboard.press('Escape')
    await isOn(1)
    await page.keyboard.press('End')
    await isOn(rows.length - 1)
    assert.ok(
      await page.evaluate(() => (document.activeElement?.getBoundingClientRect().bottom ?? 0) <= innerHeight + 1)
    )
    await page.keyboard.press('Home')
    await isOn(0)
  })

  inBrowser('leaves keys of one character alone where they are turned off', desktop, async ({ page }) => {
    await page.locator('.keys summary').click()
    await page.getByRole('checkbox', { name: /Keys of one character/ }).uncheck()
    await page.keyboard.press('/')
    assert.notEqual(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'search')
  })

  inBrowser('opens what its address says', desktop, async ({ page }) => {
    const link = await page.locator('.row a').nth(5).getAttribute('href')
    const message = (await listed(page))[5]
    await page.goto(`${page.url().replace(/#.*/, '')}#by=namespace&severity=high&severity=critical&${link?.slice(1)}`)
    await page.reload()
    assert.equal(await page.locator('article.finding h3').innerText(), message)
    assert.equal(await page.getByRole('combobox', { name: 'Group by' }).inputValue(), 'namespace')
    assert.equal(await page.getByRole('checkbox', { name: /^high/ }).isChecked(), true)
  })

  inBrowser('goes from a finding to its neighbours', desktop, async ({ page }) => {
    await page.locator('.row a', { hasText: 'docker.sock' }).first().click()
    const others = page.locator('.neighbours button')
    const message = await others.first().locator('span').last().innerText()
    await others.first().click()
    await page.waitForFunction(() => document.activeElement?.id === 'finding')
    assert.equal(await page.locator('article.finding h3').innerText(), message)
    await page.getByRole('button', { name: 'Previous finding' }).click()
    assert.notEqual(await page.locator('article.finding h3').innerText(), message)
    await page.getByRole('button', { name: /List all \d+ findings of this control/ }).click()
    assert.match(page.url(), /#control=/)
  })

  inBrowser('opens a finding over the list on a phone, and going back closes it', phone, async ({ page }) => {
    await page.locator('.row a').first().click()
    const sheet = page.getByRole('dialog', { name: 'Finding' })
    await sheet.waitFor()
    await page.goBack()
    await sheet.waitFor({ state: 'hidden' })
    assert.match(page.url(), /samples\.html#?$/)
    await page.locator('.row a').nth(1).click()
    await sheet.waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await sheet.waitFor({ state: 'hidden' })
    assert.ok(await page.locator('.row a').first().isVisible())
  })

  for (const width of [320, 390, 700, 1000, 1300, 1900]) {
    inBrowser(`needs no scrolling sideways at ${width} pixels`, { ...desktop, width }, async ({ page }) => {
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      )
      assert.ok(over <= 0, `${over} pixels too wide`)
    })
  }

  inBrowser('keeps the theme that was chosen', desktop, async ({ page }) => {
    const isDark = () =>
      page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === 'rgb(16, 21, 26)')
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
    await isDark()
    await page.reload()
    await isDark()
  })

  inBrowser('prints what the filter lets through, with reasons and lines', desktop, async ({ page }) => {
    await page.keyboard.press('/')
    await page.keyboard.type('"runs privileged" shop')
    await page.waitForFunction(() => document.querySelectorAll('.row').length === 2)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    const printed = await page.locator('#print').innerText()
    assert.match(printed, /^2 findings\s+Filtered by "runs privileged" shop\./)
    assert.match(printed, /What to do:[\s\S]*40\s+here:\s+privileged: true/)
    assert.equal(await page.locator('.findings').isVisible(), false)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    assert.equal(await page.locator('#print').innerText(), '')
  })

  test('shows hostile names as the text that they are', async (t) => {
    if ('skipped' in browser) return t.skip(browser.skipped)
    const name = '</script><script>alert(1)</script><img src=x onerror=alert(2)>'
    const manifest = join(folder, 'hostile.yaml')
    const container = `{name: ${JSON.stringify(name)}, image: web, securityContext: {privileged: true}}`
    writeFileSync(
      manifest,
      `apiVersion: v1\nkind: Pod\nmetadata: {name: ${JSON.stringify(name)}}\nspec: {containers: [${container}]}\n`
    )
    writeFileSync(join(folder, 'broken.yaml'), `a: [</script><script>alert(3)</script>\n`)
    const file = join(folder, 'hostile.html')
    write(file, manifest, join(folder, 'broken.yaml'))
    const { page, complaints } = await openReport(browser, file, desktop, `q=${encodeURIComponent(name)}`)
    assert.ok((await page.locator('.row .subject').first().innerText()).includes('<script>alert(1)</script><img'))
    assert.equal(await page.locator('img').count(), 0)
    assert.match(await page.locator('.troubles').innerText(), /Not read as it should be: 1/)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    assert.match((await page.locator('#print').textContent()) ?? '', /broken\.yaml:1:4 this bracket is never closed/)
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  test('says so where nothing falls short, and where nothing was found', async (t) => {
    if ('skipped' in browser) return t.skip(browser.skipped)
    const service = join(folder, 'service.yaml')
    writeFileSync(service, 'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\n')
    const empty = mkdtempSync(join(folder, 'empty-'))
    const sayings = [
      [[service, '--control', 'default-namespace'], /Nothing falls short of the selected frameworks/],
      [[empty], /No Kubernetes objects were found/]
    ] as const
    for (const [args, saying] of sayings) {
      const file = join(folder, 'quiet.html')
      write(file, ...args)
      const { page, complaints } = await openReport(browser, file, desktop)
      assert.match(await page.locator('.list').innerText(), saying)
      await axeFindsNothing(page)
      assert.deepEqual(complaints, [])
      await page.context().close()
    }
  })

  test('says so where the file is not whole, and where no script runs', async (t) => {
    if ('skipped' in browser) return t.skip(browser.skipped)
    const html = readFileSync(samples, 'utf8')
    const cut = join(folder, 'cut.html')
    const start = html.indexOf('"texts":')
    writeFileSync(cut, html.slice(0, start) + html.slice(html.indexOf('</script>', start)))
    const page = await browser.newPage()
    await page.goto(`file://${cut}`)
    assert.match(await page.locator('body').innerText(), /This file is not whole/)
    await page.context().close()
    const context = await browser.newContext({ javaScriptEnabled: false })
    const silent = await context.newPage()
    await silent.goto(`file://${samples}`)
    assert.match(await silent.locator('body').innerText(), /critical: \d+[\s\S]*open the file in a browser/)
    await context.close()
  })
})

/** Opens everything that is folded, so that it is looked at, too. */
async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
    for (const button of document.querySelectorAll<HTMLElement>('button[aria-expanded=false]')) button.click()
  })
}

async function axeFindsNothing(page: Page): Promise<void> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run()
  )
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  assert.deepEqual(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    []
  )
}
