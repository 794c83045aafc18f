import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'node:test'
import { pathToFileURL } from 'node:url'
import { bulwark } from '../cli/bulwark.ts'
import { axeFindsNothing } from './axe.ts'
import { desktop, phone } from './open-report.ts'
import { ReportWindow } from './report-window.ts'

const samples = join(import.meta.dirname, '../../samples')

describe('the HTML report of a framework', () => {
  const reports = new ReportWindow()
  const file = join(reports.folder, 'framework.html')

  function write(framework: string, ...args: readonly string[]): void {
    const { status, stderr } = bulwark(['report', '-f', framework, '-o', `html=${file}`, ...args])
    assert.ok(status !== null && status <= 2, stderr)
  }

  reports.testWith('has each item by chapter, with its verdict and what shows it', async () => {
    write('nsa', samples)
    const { stdout } = bulwark(['report', '-f', 'nsa', samples, '-o', 'json'])
    const { items, counts } = JSON.parse(stdout) as {
      items: readonly { id: string; title: string; status: string; unknown: string | null; findings: number }[]
      counts: Readonly<Record<string, number>>
    }
    await reports.look(file, desktop, async ({ page }) => {
      assert.match(await page.title(), new RegExp(`^nsa 1.2: ${counts.fail} of ${items.length} items fail`))
      const headings = await page.locator('.item h3').allInnerTexts()
      assert.equal(headings.length, items.length)
      for (const [index, { id, title, status }] of items.entries())
        assert.equal(headings[index]?.toLowerCase(), `${status} ${id} ${title}`.toLowerCase())
      const chapters = await page.locator('.chapter-items h2').allInnerTexts()
      assert.deepEqual(chapters.slice(0, 2), ['Kubernetes pod security', 'Network separation and hardening'])
      const unknown = items.filter((item) => item.unknown !== null)
      assert.deepEqual(
        await page.locator('.item .callout').allInnerTexts(),
        unknown.map((item) => `Unknown: ${item.unknown}`)
      )
      const privileged = page.getByRole('article', { name: /1\.8 No privileged containers/ })
      await privileged.locator('summary').click()
      const found = items.find(({ id }) => id === '1.8')?.findings
      assert.equal(await privileged.locator('li').count(), found)
      assert.match(await privileged.locator('li').first().innerText(), /shop\/\S+[\s\S]*samples\/shop\/\S+\.yaml:\d+/)
    })
  })

  reports.testWith('filters by verdicts and words, and leads to chapters', async () => {
    write('nsa', samples)
    await reports.look(file, desktop, async ({ page }) => {
      const failing = page.getByRole('button', { name: /\d+ fail/ })
      const count = Number.parseInt(await failing.innerText(), 10)
      await failing.click()
      await page.waitForFunction((wanted) => document.querySelectorAll('.item').length === wanted, count)
      await page.getByRole('searchbox').fill('1.8 privileged-container')
      await page.waitForFunction(() => document.querySelectorAll('.item').length === 1)
      await page.getByRole('searchbox').fill('no such thing')
      await page.getByText('No item is left.').waitFor()
      await page.getByRole('searchbox').fill('')
      await failing.click()
      await page.getByRole('link', { name: /Authentication and authorization/ }).click()
      assert.match(page.url(), /#chapter-authentication-and-authorization$/)
    })
  })

  for (const [name, screen] of Object.entries({ desktop, phone })) {
    for (const scheme of ['light', 'dark'] as const) {
      reports.testWith(`has nothing serious to complain of for axe, ${name}, ${scheme}`, async () => {
        write('guide', samples)
        await reports.look(file, { ...screen, scheme }, async ({ page }) => {
          await page.evaluate(() => {
            for (const details of document.querySelectorAll('details')) details.open = true
          })
          await axeFindsNothing(page)
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth
          )
          assert.ok(over <= 0, `${over} pixels too wide`)
        })
      })
    }
  }

  reports.testWith('is unfolded on paper, and folded again afterwards', async () => {
    write('cis-5', samples)
    await reports.look(file, desktop, async ({ page }) => {
      const open = () => page.locator('details.controls[open]').count()
      assert.equal(await open(), 0)
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
      assert.equal(await open(), await page.locator('details.controls').count())
      await page.evaluate(() => dispatchEvent(new Event('afterprint')))
      assert.equal(await open(), 0)
    })
  })

  reports.testWith(
    'shows hostile names as the text that they are, and the verdicts where no script runs',
    async (browser) => {
      const name = '</script><img src=x onerror=alert(2)>'
      const manifest = join(reports.folder, 'hostile.yaml')
      const spec = '{hostPID: true, containers: [{name: a, image: a}]}'
      writeFileSync(manifest, `apiVersion: v1\nkind: Pod\nmetadata: {name: ${JSON.stringify(name)}}\nspec: ${spec}\n`)
      write('cis-5', manifest)
      await reports.look(file, desktop, async ({ page }) => {
        const item = page.getByRole('article', { name: /5\.2\.3 / })
        await item.locator('summary').click()
        assert.ok((await item.locator('li').first().innerText()).includes(name))
        assert.equal(await page.locator('img').count(), 0)
      })
      const context = await browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(pathToFileURL(file).href)
      assert.match(await page.locator('tr', { hasText: '5.2.3' }).innerText(), /fail\s+1 finding/)
      await context.close()
    }
  )
})
