import { isMapping } from '../../estate/mapping.ts'
import { locateAll } from '../../yaml/locate.ts'
import { parseYaml } from '../../yaml/parse.ts'
import type { NodeRoot } from './node-root.ts'
import { unitWords, type WrittenWord } from './unit-words.ts'

/** Where k3s or RKE2 keeps what it runs on. */
export interface RancherLayout {
  readonly name: 'k3s' | 'rke2'
  /** The folder of its configuration file. */
  readonly config: string
  /** Everything else, unless its configuration says otherwise. */
  readonly data: string
}

const layouts: readonly RancherLayout[] = [
  { name: 'k3s', config: '/etc/rancher/k3s', data: '/var/lib/rancher/k3s' },
  { name: 'rke2', config: '/etc/rancher/rke2', data: '/var/lib/rancher/rke2' }
]

/** Options of k3s or RKE2 with all their values, from its files and its command line. */
export type RancherOptions = ReadonlyMap<string, readonly WrittenWord[]>

/** The distribution of Rancher that a node runs; null for any other node. */
export function rancherLayout(root: NodeRoot): RancherLayout | null {
  return layouts.find(({ config, data }) => root.has(config) || root.has(data)) ?? null
}

/**
 * What the distribution is told: `config.yaml`, then the files of `config.yaml.d` by name, of which an option with a plus
 * adds to what was said before, then the command line that systemd starts it by, which takes the place of both.
 * @see https://docs.k3s.io/installation/configuration#configuration-file
 */
export function rancherOptions(root: NodeRoot, { name, config }: RancherLayout): RancherOptions {
  const options = new Map<string, readonly WrittenWord[]>()
  const more = root.names(`${config}/config.yaml.d`).filter((file) => /\.ya?ml$/.test(file))
  for (const path of [`${config}/config.yaml`, ...more.map((file) => `${config}/config.yaml.d/${file}`)])
    readOptions(root, path, options)
  for (const service of [name, `${name}-server`, `${name}-agent`]) {
    const words = unitWords(root, service)
    if (words === null) continue
    for (const [option, values] of commandOptions(words)) options.set(option, values)
  }
  return options
}

function readOptions(root: NodeRoot, path: string, options: Map<string, readonly WrittenWord[]>): void {
  const text = root.text(path)
  const [document] = text === null ? [] : parseYaml(text)
  if (text === null || document === undefined || !isMapping(document.value)) return
  for (const [key, value] of Object.entries(document.value)) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value]
    const paths = list.map((_, index) => (Array.isArray(value) ? [key, index] : [key]))
    const positions = locateAll(text, document, paths)
    const words = list.map((each, index): WrittenWord => {
      const { line = 1, column = 1 } = positions[index] ?? {}
      return { text: String(each), file: root.place(path), line, column }
    })
    const option = key.replace(/\+$/, '')
    options.set(option, key.endsWith('+') ? [...(options.get(option) ?? []), ...words] : words)
  }
}

/** `--option=value`, `--option value`, and `--option` alone for what is true or false. */
function commandOptions(words: readonly WrittenWord[]): Map<string, WrittenWord[]> {
  const options = new Map<string, WrittenWord[]>()
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    const match = /^--?([\w-]+)(?:=([\s\S]*))?$/.exec(word?.text ?? '')
    if (word === undefined || match === null) continue
    const [, option = '', attached] = match
    const next = words[index + 1]
    const follows = attached === undefined && next !== undefined && !next.text.startsWith('-')
    if (follows) index++
    const value = follows ? next : { ...word, text: attached ?? 'true' }
    options.set(option, [...(options.get(option) ?? []), value])
  }
  return options
}
