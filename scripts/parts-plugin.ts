import { resolve } from 'node:path'
import type { Plugin } from 'esbuild'

/**
 * Keeps modules out of the bundle that are entry points of their own: importing one dynamically loads its file.
 * @param parts Name of the file without extension → path of the module.
 */
export function partsPlugin(parts: Readonly<Record<string, string>>): Plugin {
  const names = new Map(Object.entries(parts).map(([name, path]) => [path, name]))
  return {
    name: 'parts',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
        const name = kind === 'dynamic-import' ? names.get(resolve(resolveDir, path)) : undefined
        return name === undefined ? undefined : { path: `./${name}.cjs`, external: true }
      })
    }
  }
}
