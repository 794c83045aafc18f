import { existsSync } from 'node:fs'
import { addException } from '../../config/add-exception.ts'
import { isPolicyControlId } from '../../controls/policy-control-id.ts'
import type { Exception, ExceptionSelector } from '../../exceptions/exception.ts'
import { isActive } from '../../exceptions/exception.ts'
import { exceptionItem } from '../../exceptions/exception-item.ts'
import { type ConfiguredException, exceptionProblems } from '../../exceptions/granted.ts'
import { hardeningException } from '../../exceptions/hardening-exception.ts'
import { choose } from '../choice.ts'
import { loadConfig } from '../config-file.ts'
import { exitCodes } from '../exit-codes.ts'
import { requireControl } from '../require-control.ts'
import { textOf } from '../text-file.ts'
import { UserError } from '../user-error.ts'
import type { Options } from '../verb.ts'
import { replaceFile, writeOut } from '../write.ts'

/**
 * Adds an exception to the configuration, or prints it as an object for a cluster.
 * @throws UserError for what is missing or wrong, and where the file cannot be changed.
 */
export async function addVerb(controls: readonly string[], options: Options): Promise<number> {
  const named = options.last('config')
  if (options.has('cluster'))
    throw new UserError('add changes files only; for a cluster: bulwark exception add … -o yaml | kubectl apply -f -')
  // What is wrong with the file already is told with its place; one that is not there is made.
  const loaded = await loadConfig(named !== undefined && existsSync(named) ? named : undefined, '.')
  for (const id of controls) if (!isPolicyControlId(id)) requireControl(loaded.registry, id)
  const exception = exceptionFrom(controls, options)
  const format = choose('output', options.last('output') ?? 'text', ['text', 'yaml'])
  if (format === 'yaml') {
    if (exception.id === undefined) throw new UserError('an object of a cluster needs a name: --id NAME')
    writeOut(hardeningException({ ...exception, id: exception.id }))
    return exitCodes.clean
  }
  const file = named ?? loaded.file ?? 'bulwark.yaml'
  const added = addException(existsSync(file) ? textOf(file) : '', exception, loaded.registry)
  if (added === undefined) {
    const item = exceptionItem(exception, '  ')
    throw new UserError(`the exceptions of ${file} are written in flow style; add this to them by hand:\n${item}`)
  }
  replaceFile(file, [added])
  writeOut(`Added to ${file}: ${controls.join(', ')} tolerated until ${exception.expires}.\n`)
  return exitCodes.clean
}

function exceptionFrom(controls: readonly string[], options: Options): ConfiguredException {
  if (controls.length === 0) throw new UserError('which controls? bulwark controls list has all')
  const [reason, owner, expires] = ['reason', 'owner', 'expires'].map((name) => {
    const value = options.last(name)?.trim() ?? ''
    if (value === '') throw new UserError(`--${name} is missing: an exception says why, whose it is and until when`)
    return value
  }) as [string, string, string]
  const id = options.last('id')
  const exception = {
    ...(id === undefined ? {} : { id }),
    controls,
    selector: selectorFrom(options),
    reason,
    owner,
    expires
  }
  const problems = exceptionProblems(exception).map(({ message }) => message)
  if (problems.length > 0) throw new UserError(problems.join('\n  '))
  if (!isActive(exception satisfies Omit<Exception, 'id'>, new Date()))
    throw new UserError(`${expires} is over: an exception ends in the future`)
  return exception
}

function selectorFrom(options: Options): ExceptionSelector {
  const lists = { namespaces: 'namespace', kinds: 'kind', names: 'name', containers: 'container' } as const
  const selector = Object.fromEntries(
    Object.entries(lists).flatMap(([key, option]) => {
      const values = options.all(option)
      return values.length === 0 ? [] : [[key, values]]
    })
  )
  const labels = options.all('label').map((text): [string, string] => {
    const equals = text.indexOf('=')
    if (equals < 1) throw new UserError(`--label ${text}: write KEY=VALUE`)
    return [text.slice(0, equals), text.slice(equals + 1)]
  })
  return labels.length === 0 ? selector : { ...selector, labels: Object.fromEntries(labels) }
}
