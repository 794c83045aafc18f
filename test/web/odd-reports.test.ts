import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'node:test'
import { pathToFileURL } from 'node:url'
import { axeFindsNothing } from './axe.ts'
import { desktop } from './open-report.ts'
import { ReportWindow } from './report-window.ts'

describe('odd HTML reports', () => {
  const reports = new ReportWindow()
  const place = (name: string): string => join(reports.folder, name)

  reports.testWith('show hostile names as the text that they are', async () => {
    const name = '</script><script>alert(1)</script><img src=x onerror=alert(2)>'
    const [manifest, broken, file] = [place('hostile.yaml'), place('broken.yaml'), place('hostile.html')]
    const container = `{name: ${JSON.stringify(name)}, image: web, securityContext: {privileged: true}}`
    const metadata = `{name: ${JSON.stringify(name)}}`
    writeFileSync(manifest, `apiVersion: v1\nkind: Pod\nmetadata: ${metadata}\nspec: {containers: [${container}]}\n`)
    writeFileSync(broken, 'a: [</script><script>alert(3)</script>\n')
    reports.write(file, manifest, broken)
    await reports.look(
      file,
      desktop,
      async ({ page }) => {
        assert.ok((await page.locator('.row .subject').first().innerText()).includes(name))
        assert.equal(await page.locator('img').count(), 0)
        assert.match(await page.locator('.troubles').innerText(), /Not read as it should be: 1/)
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
        assert.match(
          (await page.locator('#print').textContent()) ?? '',
          /broken\.yaml:1:4 this bracket is never closed/
        )
      },
      `q=${encodeURIComponent(name)}`
    )
  })

  reports.testWith('say that nothing falls short, or that nothing was found', async () => {
    const service = place('service.yaml')
    writeFileSync(service, 'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\n')
    mkdirSync(place('empty'))
    const sayings = [
      [[service, '--control', 'default-namespace'], /Nothing falls short of the selected frameworks/],
      [[place('empty')], /No Kubernetes objects were found/]
    ] as const
    for (const [args, saying] of sayings) {
      reports.write(place('quiet.html'), ...args)
      await reports.look(place('quiet.html'), desktop, async ({ page }) => {
        assert.match(await page.locator('.list').innerText(), saying)
        await axeFindsNothing(page)
      })
    }
  })

  reports.testWith('say that the file is not whole', async (browser) => {
    const html = readFileSync(reports.samples, 'utf8')
    const start = html.indexOf('"texts":')
    writeFileSync(place('cut.html'), html.slice(0, start) + html.slice(html.indexOf('</script>', start)))
    const page = await browser.newPage()
    await page.goto(pathToFileURL(place('cut.html')).href)
    assert.match(await page.locator('body').innerText(), /This file is not whole/)
    await page.context().close()
  })

  reports.testWith('show the summary where no script runs', async (browser) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(pathToFileURL(reports.samples).href)
    assert.match(await page.locator('body').innerText(), /critical: \d+[\s\S]*open the file in a browser/)
    await context.close()
  })
})
