import { createRequire } from 'node:module'

type Engine = typeof import('re2js').RE2JS

let engine: Engine | undefined

/** RE2 in JavaScript. It takes milliseconds to load, so it is loaded when the first pattern needs it. */
export function loadEngine(): Engine {
  engine ??= (createRequire(import.meta.filename)('re2js') as typeof import('re2js')).RE2JS
  return engine
}
