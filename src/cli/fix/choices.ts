import type { Amounts, Choices, WritableChoice } from '../../fix/knowledge.ts'
import { isQuantity } from '../../kubernetes/quantity/parse.ts'
import { UserError } from '../user-error.ts'
import type { Options } from '../verb.ts'

const highest = 2 ** 31 - 1

/**
 * What the user says about the programs that are fixed.
 * @throws UserError for what means nothing.
 */
export function choicesOf(options: Options): Choices {
  return {
    user: numberOf('user', options),
    group: numberOf('group', options),
    writable: options.all('writable').map(writableOf),
    requests: amountsOf('requests', options),
    limits: amountsOf('limits', options)
  }
}

function numberOf(name: string, options: Options): number | null {
  const text = options.last(name)
  if (text === undefined) return null
  const number = Number(text)
  if (/^\d+$/.test(text) && number > 0 && number <= highest) return number
  throw new UserError(`--${name} ${text}: write a number above 0, such as 10001`)
}

function writableOf(text: string): WritableChoice {
  const [, container = null, path = ''] = /^(?:([^=/]+)=)?(.*)$/s.exec(text) ?? []
  if (path === 'none') return { container, path: null }
  const folder = path.replace(/\/+$/, '')
  if (folder.startsWith('/') && !folder.split('/').includes('..')) return { container, path: folder }
  throw new UserError(`--writable ${text}: write [CONTAINER=]/path, such as /tmp, or [CONTAINER=]none`)
}

/** `cpu=100m,memory=128Mi`, and again as often as wanted. */
function amountsOf(name: string, options: Options): Amounts {
  const amounts: Record<string, string> = {}
  for (const text of options.all(name).flatMap((list) => list.split(','))) {
    const [, resource, amount = ''] = /^(cpu|memory)=(.+)$/.exec(text) ?? []
    if (resource === undefined || !isQuantity(amount))
      throw new UserError(`--${name} ${text}: write cpu=AMOUNT or memory=AMOUNT, such as memory=128Mi`)
    amounts[resource] = amount
  }
  return amounts
}
