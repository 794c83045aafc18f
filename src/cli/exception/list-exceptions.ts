import { grantedInConfig } from '../../exceptions/granted.ts'
import { choose } from '../choice.ts'
import { type LoadedConfig, loadConfig } from '../config-file.ts'
import { exitCodes } from '../exit-codes.ts'
import { openCluster } from '../scan/open-cluster.ts'
import { sourceOptions } from '../scan/scan-inputs.ts'
import type { Options } from '../verb.ts'
import { tell, writeOut } from '../write.ts'
import { exceptionsInCluster } from './exceptions-in-cluster.ts'
import { exceptionsInFiles, type FoundExceptions } from './exceptions-in-files.ts'
import { listedText } from './list-text.ts'
import { byEnd, type ListedException, listed } from './listed-exception.ts'

/**
 * Prints the exceptions of the configuration, of the cluster and of the files that the user names: what is refused
 * first, then the next to end.
 * @returns 2 where something could not be read, or is no exception although it was meant as one.
 * @throws UserError where the configuration cannot be read or the cluster cannot be reached.
 */
export async function listExceptions(paths: readonly string[], options: Options): Promise<number> {
  const format = choose('output', options.last('output') ?? 'text', ['text', 'json'])
  const loaded = await loadConfig(options.last('config'), paths[0] ?? '.')
  const known = new Set(loaded.registry.controls.map(({ id }) => id))
  const now = new Date()
  const files = exceptionsInFiles(paths, sourceOptions(options, loaded.config), loaded.config, known, now)
  const live = await ofCluster(options, known, now)
  const exceptions = [...configured(loaded, known, now), ...files.exceptions, ...live.exceptions].sort(byEnd)
  if (format === 'json') writeOut(`${JSON.stringify(exceptions, null, 2)}\n`)
  else if (exceptions.length === 0) writeOut('Nothing is tolerated.\n')
  else writeOut(exceptions.map((exception) => `${listedText(exception, now)}\n`).join('\n'))
  const troubles = [...files.troubles, ...live.troubles]
  for (const trouble of troubles) tell(trouble)
  const isWrong = troubles.length > 0 || exceptions.some(({ problems }) => problems.length > 0)
  return isWrong ? exitCodes.userMistake : exitCodes.clean
}

function configured({ config, file }: LoadedConfig, known: ReadonlySet<string>, now: Date): ListedException[] {
  return grantedInConfig(config.exceptions ?? [], file ?? '').map(({ exception }) =>
    listed(exception, { source: 'configuration', resource: null, file, line: null }, known, now)
  )
}

async function ofCluster(options: Options, known: ReadonlySet<string>, now: Date): Promise<FoundExceptions> {
  const cluster = await openCluster(options)
  if (cluster === null) return { exceptions: [], troubles: [] }
  try {
    return await exceptionsInCluster(cluster, known, now)
  } finally {
    cluster.client.close()
  }
}
