import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const root = join(import.meta.dirname, '..')

/** What all bundles for Node have in common. */
export const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node26',
  format: 'cjs',
  logLevel: 'warning'
} as const

interface ProgramOptions {
  /** Of the file; `start.cjs` takes `scan.cjs` for that verb and else `bulwark.cjs`. */
  readonly name?: 'bulwark' | 'scan'
  readonly plugins?: Plugin[]
}

/**
 * Bundles a program into one file in the folder, with `start.cjs` beside it, which starts it with the compiled code that V8
 * kept of it; see `start.ts`.
 */
export async function bundleProgram(
  entry: string,
  folder: string,
  { name = 'bulwark', plugins = [] }: ProgramOptions = {}
): Promise<void> {
  await build({ ...bundling, entryPoints: [join(root, 'scripts/start.ts')], outfile: join(folder, 'start.cjs') })
  await build({
    ...bundling,
    entryPoints: [entry],
    outfile: join(folder, `${name}.cjs`),
    // A function of what Node gives to a module, for `start.cjs` to call.
    banner: { js: '(function (require, __filename) {' },
    footer: { js: '})' },
    plugins,
    // What `start.cjs` runs can require parts, and not import them.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.filename': '__filename' },
    legalComments: 'none',
    // Comments would make V8 read more, and one character beyond Latin-1 in them makes it keep the text twice as wide.
    minifyWhitespace: true
  })
}
