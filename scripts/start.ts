/**
 * Starts the bundle with the code that V8 made of it in an earlier run, so that nothing is parsed again. Node's own
 * compile cache holds only what is compiled while a file is loaded; here the functions that ran are held, too.
 *
 * The code is read from the file that `BULWARK_CODE` names, else from the one beside the bundle. Where the variable names
 * a file that is not there, this run leaves its code in it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Script } from 'node:vm'

declare const __dirname: string
declare const require: NodeJS.Require

// What is run most has a bundle of its own, shorter than that of all verbs.
const name = process.argv[2] === 'scan' ? 'scan' : 'bulwark'
const bundle = `${__dirname}/${name}.cjs`
const kept = process.env.BULWARK_CODE ?? `${__dirname}/${name}.code`
const isKept = existsSync(kept)

// esbuild writes ASCII only, and as Latin-1 it need not be decoded.
const script = new Script(readFileSync(bundle, 'latin1'), {
  filename: bundle,
  ...(isKept ? { cachedData: readFileSync(kept) } : {})
})
if (!isKept && process.env.BULWARK_CODE !== undefined) {
  process.on('exit', () => writeFileSync(kept, script.createCachedData()))
}
const run: unknown = script.runInThisContext()
if (typeof run === 'function') run(require, bundle)
