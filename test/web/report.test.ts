import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe } from 'node:test'
import { bulwark } from '../cli/bulwark.ts'
import { desktop, listed, phone } from './open-report.ts'
import { ReportWindow } from './report-window.ts'

const root = join(import.meta.dirname, '../..')

describe('the HTML report in a browser', () => {
  const reports = new ReportWindow()

  reports.test('shows every finding, the first in full', desktop, async ({ page }) => {
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

  reports.test(
    'searches as one types, says how many are left, and keeps it in the address',
    desktop,
    async ({ page }) => {
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
    }
  )

  reports.test(
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

  reports.test('opens what its address says', desktop, async ({ page }) => {
    const link = await page.locator('.row a').nth(5).getAttribute('href')
    const message = (await listed(page))[5]
    await page.goto(`${page.url().replace(/#.*/, '')}#by=namespace&severity=high&severity=critical&${link?.slice(1)}`)
    await page.reload()
    assert.equal(await page.locator('article.finding h3').innerText(), message)
    assert.equal(await page.getByRole('combobox', { name: 'Group by' }).inputValue(), 'namespace')
    assert.equal(await page.getByRole('checkbox', { name: /^high/ }).isChecked(), true)
  })

  reports.test('goes from a finding to its neighbours', desktop, async ({ page }) => {
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

  reports.test('opens a finding over the list on a phone, and going back closes it', phone, async ({ page }) => {
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

  reports.test('keeps the theme that was chosen', desktop, async ({ page }) => {
    const isDark = () =>
      page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === 'rgb(16, 21, 26)')
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
    await isDark()
    await page.reload()
    await isDark()
  })

  reports.test('prints what the filter lets through, with reasons and lines', desktop, async ({ page }) => {
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
})
