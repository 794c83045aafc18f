import type { Config } from '../../config/config.ts'
import type { ScanFilter } from '../../scan/scan.ts'
import type { SourceOptions } from '../../sources/options.ts'
import { choose } from '../choice.ts'
import { UserError } from '../user-error.ts'
import type { Options } from '../verb.ts'

/** What of the input is judged, as the options say. */
export function scanFilter(options: Options): ScanFilter {
  return {
    namespaces: new Set(options.all('namespace')),
    kinds: new Set(options.all('kind').map((kind) => kind.toLowerCase())),
    passes: options.has('show-passed')
  }
}

/**
 * How sources are read, as the options and the configuration say.
 * @throws UserError for a `--set` that is not KEY=VALUE.
 */
export function sourceOptions(options: Options, config: Config): SourceOptions {
  const set = options.all('set')
  const malformed = set.find((text) => !/^[^=]+=/.test(text))
  if (malformed !== undefined) throw new UserError(`--set ${malformed}: write KEY=VALUE`)
  const release = options.last('release')
  const kubeVersion = options.last('kube-version') ?? config.kubeVersion
  return {
    exclude: [...(config.exclude ?? []), ...options.all('exclude')],
    render: choose('render', options.last('render') ?? 'auto', ['auto', 'never']),
    allowRemote: options.has('allow-remote'),
    values: options.all('values'),
    set,
    ...(release === undefined ? {} : { release }),
    ...(kubeVersion === undefined ? {} : { kubeVersion })
  }
}
