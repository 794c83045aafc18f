import { type Exception, endOf, isActive } from '../../exceptions/exception.ts'
import { grantedInConfig } from '../../exceptions/granted.ts'
import { printable } from '../../report/printable.ts'
import { choose } from '../choice.ts'
import { loadConfig } from '../config-file.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Options } from '../verb.ts'
import { writeOut } from '../write.ts'

const dayLength = 24 * 60 * 60 * 1000

/**
 * Prints the exceptions of the configuration, the next to end first.
 * @throws UserError where the configuration cannot be read.
 */
export async function listExceptions(options: Options): Promise<number> {
  const { config, file } = await loadConfig(options.last('config'), '.')
  const format = choose('output', options.last('output') ?? 'text', ['text', 'json'])
  const now = new Date()
  const exceptions = grantedInConfig(config.exceptions ?? [], file ?? '')
    .map(({ exception }) => exception)
    .sort((a, b) => (endOf(a.expires) ?? 0) - (endOf(b.expires) ?? 0))
  if (format === 'json') {
    const listed = exceptions.map((exception) => ({ ...exception, active: isActive(exception, now) }))
    writeOut(`${JSON.stringify(listed, null, 2)}\n`)
  } else if (exceptions.length === 0) writeOut('Nothing is tolerated.\n')
  else writeOut(exceptions.map((exception) => `${entryText(exception, now)}\n`).join('\n'))
  return exitCodes.clean
}

function entryText(exception: Exception, now: Date): string {
  const { id, controls, selector, reason, owner } = exception
  const scope = Object.entries(selector).map(([key, value]) => `${key} ${valueText(value)}`)
  const lines = [
    `${id}: ${controls.join(', ')}`,
    `  ${scope.join('; ')}`,
    `  ${ending(exception, now)}, by ${owner}: ${reason}`
  ]
  return lines.map(printable).join('\n')
}

function valueText(value: readonly string[] | Readonly<Record<string, string>>): string {
  if (Array.isArray(value)) return value.join(', ')
  return Object.entries(value)
    .map(([key, own]) => `${key}=${own}`)
    .join(', ')
}

function ending({ expires }: Exception, now: Date): string {
  if (!isActive({ expires }, now)) return `ended on ${expires}`
  const days = Math.ceil(((endOf(expires) ?? 0) - now.getTime()) / dayLength)
  return `until ${expires} (${days} day${days === 1 ? '' : 's'} left)`
}
