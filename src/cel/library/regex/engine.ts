type Engine = typeof import('re2js').RE2JS

let engine: Engine | undefined

/** RE2 in JavaScript. It takes milliseconds to load, so it is loaded when the first pattern needs it. */
export function loadEngine(): Engine {
  engine ??= load()
  return engine
}

function load(): Engine {
  const { createRequire } = process.getBuiltinModule('node:module')
  return (createRequire(import.meta.filename)('re2js') as typeof import('re2js')).RE2JS
}
