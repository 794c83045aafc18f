import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'

/** A window on a report, and what its page did that it should not do. */
export interface OpenReport {
  readonly page: Page
  /** Messages on the console, errors, dialogs and requests beside the file itself. */
  readonly complaints: readonly string[]
}

export interface Screen {
  readonly width: number
  readonly height: number
  readonly scheme: 'light' | 'dark'
}

export const desktop: Screen = { width: 1440, height: 900, scheme: 'light' }
export const phone: Screen = { width: 390, height: 844, scheme: 'light' }

/**
 * Opens a report as from a folder, without a network.
 * @param hash The address behind `#`.
 */
export async function openReport(browser: Browser, file: string, screen: Screen, hash = ''): Promise<OpenReport> {
  const { width, height, scheme } = screen
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, offline: true })
  const page = await context.newPage()
  const complaints: string[] = []
  const url = pathToFileURL(file).href
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (request.url().replace(/#.*/, '') !== url) complaints.push(`asked for ${request.url()}`)
  })
  await page.goto(hash === '' ? url : `${url}#${hash}`)
  await page.locator('main').waitFor()
  return { page, complaints }
}

/** What has the focus, by its text. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '')
}

/** The findings in the list, by what they say: all that the filter lets through, which takes a moment of idleness. */
export async function listed(page: Page): Promise<string[]> {
  await page.waitForFunction(() => {
    const found = Number.parseInt((document.querySelector('.found')?.textContent ?? '').replaceAll(',', ''), 10)
    return document.querySelectorAll('.row').length === found
  })
  return page.locator('.row .message').allTextContents()
}
