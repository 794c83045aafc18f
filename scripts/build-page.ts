import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const web = join(import.meta.dirname, '../web')

/** The oldest browsers that know all that the style sheet uses. */
const target = ['chrome123', 'edge123', 'firefox128', 'safari17.5']

/**
 * Bundles `web/report` or `web/framework` into one HTML file without data. Its policy lets exactly this script and this style sheet run and
 * nothing be loaded from anywhere, so whatever the data holds, it stays data.
 */
export async function reportPage(name: 'report' | 'framework'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(web, name, 'main.tsx'), join(web, 'styles', `${name}.css`)],
    outdir: 'page',
    bundle: true,
    minify: true,
    format: 'iife',
    target,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    charset: 'utf8',
    write: false,
    logLevel: 'warning'
  })
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? ''
  const [script, style] = [text('.js'), text('.css')]
  if (/<\/?script|<!--/i.test(script) || /<\/style/i.test(style))
    throw new Error('the bundle would end its own element')
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'"
  ].join('; ')
  const page = readFileSync(join(web, 'page.html'), 'utf8')
  return [
    ["default-src 'none'", policy],
    ['<style></style>', `<style>${style}</style>`],
    ['<script></script>', `<script>${script}</script>`]
  ].reduce((text, [place = '', content = '']) => put(text, place, content), page)
}

/** A function, since `$` means something in replacements that are texts. */
function put(page: string, place: string, content: string): string {
  if (!page.includes(place)) throw new Error(`page.html has no ${place}`)
  return page.replace(place, () => content)
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
