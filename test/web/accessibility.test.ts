import assert from 'node:assert/strict'
import { describe } from 'node:test'
import type { Page } from 'playwright-core'
import { axeFindsNothing } from './axe.ts'
import { desktop, focused, listed, phone } from './open-report.ts'
import { ReportWindow } from './report-window.ts'

describe('the HTML report for everybody', () => {
  const reports = new ReportWindow()

  for (const [name, screen] of Object.entries({ desktop, phone })) {
    for (const scheme of ['light', 'dark'] as const) {
      reports.test(
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

  reports.test('is read by keyboard alone', desktop, async ({ page }) => {
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

  reports.test('leaves keys of one character alone where they are turned off', desktop, async ({ page }) => {
    await page.locator('.keys summary').click()
    await page.getByRole('checkbox', { name: /Keys of one character/ }).uncheck()
    await page.keyboard.press('/')
    assert.notEqual(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'search')
  })

  for (const width of [320, 390, 700, 1000, 1300, 1900]) {
    reports.test(`needs no scrolling sideways at ${width} pixels`, { ...desktop, width }, async ({ page }) => {
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      )
      assert.ok(over <= 0, `${over} pixels too wide`)
    })
  }
})

/** Opens everything that is folded, so that it is looked at, too. */
async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
    for (const button of document.querySelectorAll<HTMLElement>('button[aria-expanded=false]')) button.click()
  })
}
