import type { Plugin } from 'esbuild'

/**
 * Leaves all verbs but one out of a bundle: `start.cjs` takes this bundle for that verb alone, since V8 has to hold the text
 * of a whole bundle as long as a function of it may still have to be compiled.
 */
export function oneVerbPlugin(verb: string): Plugin {
  return {
    name: 'one-verb',
    setup(build) {
      build.onResolve({ filter: /-verb\.ts$/ }, ({ path, importer, kind }) => {
        const isOther = kind === 'dynamic-import' && /[\\/]cli[\\/]verbs\.ts$/.test(importer)
        return isOther && !path.endsWith(`/${verb}-verb.ts`) ? { path: './bulwark.cjs', external: true } : undefined
      })
    }
  }
}
