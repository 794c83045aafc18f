import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

/** As the formatter writes them: a property of the control, indented by two. */
const examples = /\n {2}examples: \{\n[\s\S]*?\n {2}\}(?=,?\n)/

/**
 * Leaves the examples of controls out of a bundle. They are a sixth of it, and no scan reads them: `explain` shows them, and
 * what `scan --test-controls` judges are those of the user's own controls.
 */
export const withoutExamplesPlugin: Plugin = {
  name: 'without-examples',
  setup(build) {
    build.onLoad({ filter: /[\\/]controls[\\/][a-z]+[\\/][a-z-]+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(examples, '\n  examples: { pass: [], fail: [] }'),
      loader: 'ts'
    }))
  }
}
