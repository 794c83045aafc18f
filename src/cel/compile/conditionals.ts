/** `? :`, `&&` and `||`. */
import type { Call, Expression } from '../syntax/expression.ts'
import { type Fragment, fragment, type Maybe, undefinedIfNone } from './fragment.ts'
import type { Generation } from './generation.ts'

/** `condition ? a : b`, where `make` makes the branches: values. */
export function generateConditional(generation: Generation, call: Call): Fragment {
  const { js, fails, plain } = choose(generation, call, (node) => generation.value(node))
  return fragment(js, { fails, plain })
}

/** The same where the branches are optionals. */
export function chooseMaybe(generation: Generation, call: Call): Maybe {
  const made = choose(generation, call, (node) => {
    const maybe = generation.maybe(node)
    return { ...maybe, js: undefinedIfNone(maybe) }
  })
  return { ...made, none: 'undefined' }
}

function choose(generation: Generation, { args, offset }: Call, make: (node: Expression) => Fragment): Fragment {
  const [conditionNode, thenNode, elseNode] = args
  if (!conditionNode || !thenNode || !elseNode) throw new Error('a conditional has three parts')
  const { code } = generation
  const condition = generation.condition(conditionNode, offset)
  const chosen = code.capture(() => make(thenNode))
  const other = code.capture(() => make(elseNode))
  const about = {
    fails: condition.fails || chosen.result.fails || other.result.fails,
    plain: chosen.result.plain && other.result.plain
  }
  if (chosen.lines.length + other.lines.length === 0) {
    return fragment(`(${condition.js} ? ${chosen.result.js} : ${other.result.js})`, about)
  }
  const result = code.temporary()
  code.line(`if (${condition.js}) {`)
  code.lines([...chosen.lines, `${result} = ${chosen.result.js}`])
  code.line('} else {')
  code.lines([...other.lines, `${result} = ${other.result.js}`])
  code.line('}')
  return fragment(result, { ...about, stable: true })
}

/**
 * `&&` and `||`. One term that decides the result also decides against errors of terms before it; so a term that may
 * fail, unless it is the last, is tried, and its error kept for the end.
 */
export function generateLogic(generation: Generation, { name, args, offset }: Call): Fragment {
  const decides = name === '_||_'
  const terms = args.map((node) => generation.code.capture(() => generation.condition(node, offset)))
  const last = terms.length - 1
  const fails = terms.some(({ result }) => result.fails)
  const keepsErrors = terms.some(({ result }, index) => result.fails && index < last)
  if (!keepsErrors && terms.every(({ lines }) => lines.length === 0)) {
    return fragment(`(${terms.map(({ result }) => result.js).join(decides ? ' || ' : ' && ')})`, { fails })
  }
  return decideInTurn(generation, terms, decides, keepsErrors)
}

interface Term {
  readonly result: Fragment
  readonly lines: readonly string[]
}

function decideInTurn(
  generation: Generation,
  terms: readonly Term[],
  decides: boolean,
  keepsErrors: boolean
): Fragment {
  const { code } = generation
  const result = code.temporary()
  const error = keepsErrors ? code.temporary() : ''
  const label = code.name('L')
  code.line(`${result} = ${!decides}${keepsErrors ? `, ${error} = undefined` : ''}`)
  code.line(`${label}: {`)
  for (const { result: term, lines } of terms) {
    const isTried = keepsErrors && term.fails
    if (isTried) code.line('try {')
    code.lines(lines)
    code.line(`if (${decides ? '' : '!'}${term.js}) { ${result} = ${decides}; break ${label} }`)
    if (isTried) code.line(`} catch (thrown) { ${error} ??= ${code.core('caught')}(thrown, at) }`)
  }
  if (keepsErrors) code.line(`if (${error} !== undefined) throw ${error}`)
  code.line('}')
  return fragment(result, { stable: true, fails: terms.some((term) => term.result.fails) })
}
