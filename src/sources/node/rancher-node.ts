import type { ComponentName } from '../../estate/components/component.ts'
import { isMapping, type Mapping } from '../../estate/mapping.ts'
import { parseYaml } from '../../yaml/parse.ts'
import type { SourceUnit } from '../unit.ts'
import { componentUnit } from './component-unit.ts'
import type { NodeRoot } from './node-root.ts'
import type { RunningComponent } from './processes.ts'
import { type RancherLayout, type RancherOptions, rancherOptions } from './rancher-config.ts'
import { rancherFlags } from './rancher-flags.ts'
import type { WrittenWord } from './unit-words.ts'

/** What k3s runs in its one program on every node, and on servers besides. RKE2 runs the latter as static pods. */
const onEveryNode = ['kubelet', 'kube-proxy'] as const
const onServers = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'] as const

/** Options that become a flag of a component, as themselves. */
const passedOn: readonly (readonly [option: string, component: ComponentName])[] = [
  ['protect-kernel-defaults', 'kubelet']
]

/** The folder of everything that k3s or RKE2 keeps on a node. */
export function rancherData(root: NodeRoot, layout: RancherLayout): string {
  return rancherOptions(root, layout).get('data-dir')?.at(-1)?.text ?? layout.data
}

/**
 * The components of a node of k3s, as its own flags and those of its configuration make them; of RKE2 the kubelet, since the
 * others are static pods. What runs as a program of its own counts before that.
 */
export function rancherComponents(
  root: NodeRoot,
  layout: RancherLayout,
  running: readonly RunningComponent[]
): SourceUnit[] {
  const options = rancherOptions(root, layout)
  const data = rancherData(root, layout)
  const isServer = root.has(`${data}/server`)
  const names = layout.name === 'rke2' ? (['kubelet'] as const) : [...(isServer ? onServers : []), ...onEveryNode]
  const units = names.map((component) => {
    const configuration = component === 'kubelet' ? dropIns(root, `${data}/agent/etc/kubelet.conf.d`) : null
    const words = wordsOf(component, rancherFlags(component, data, configuration !== null), options, data, root)
    const own = running.find((one) => one.component === component)
    const command = own?.command ?? [component, ...words.map(({ text }) => text)]
    const written = words.flatMap((word) => (word.place === null ? [] : [{ ...word.place, text: word.text }]))
    const fields = { component, command, ...(configuration === null ? {} : { configuration }) }
    return componentUnit(root.place(own?.path ?? `${layout.config}/config.yaml`), fields, written)
  })
  const etcd = layout.name === 'k3s' ? etcdUnit(root, `${data}/server/db/etcd/config`) : null
  return etcd === null ? units : [...units, etcd]
}

/** What a file of the user's says is not given as a flag besides. */
const insteadOf = [
  ['--authorization-config', '--authorization-mode'],
  ['--authentication-config', '--anonymous-auth']
] as const

interface Word {
  readonly text: string
  /** Null for what k3s says by itself. */
  readonly place: WrittenWord | null
}

/** A flag of the user's takes the place of k3s' own. */
function wordsOf(
  component: ComponentName,
  ownFlags: readonly (readonly [name: string, value: string])[],
  options: RancherOptions,
  data: string,
  root: NodeRoot
): Word[] {
  const given = [
    ...(options.get(`${component}-arg`) ?? []).map((word): Word => ({ text: dashed(word.text), place: word })),
    ...passedOn.flatMap(([option, of]) =>
      of === component
        ? (options.get(option) ?? []).map((word) => ({ text: `--${option}=${word.text}`, place: word }))
        : []
    ),
    ...(component === 'kube-apiserver' ? apiServerWords(options, data, root) : [])
  ]
  const named = new Set(given.map(({ text }) => nameIn(text)))
  for (const [file, flag] of insteadOf) if (named.has(file)) named.add(flag)
  const own = ownFlags
    .map(([name, value]): Word => ({ text: `--${name}=${value}`, place: null }))
    .filter(({ text }) => !named.has(nameIn(text)))
  return [...own, ...given]
}

/** Where the API server keeps its objects, and how Secrets are encrypted there. */
function apiServerWords(options: RancherOptions, data: string, root: NodeRoot): Word[] {
  const tls = `${data}/server/tls/etcd`
  const endpoint = options.get('datastore-endpoint')?.at(-1)
  const flags: [name: string, value: string, place: WrittenWord | null][] = []
  const told = (option: string, flag: string): void => {
    const word = options.get(option)?.at(-1)
    if (word !== undefined) flags.push([flag, word.text, word])
  }
  if (endpoint?.text.startsWith('http')) {
    flags.push(['etcd-servers', endpoint.text, endpoint])
    told('datastore-cafile', 'etcd-cafile')
    told('datastore-certfile', 'etcd-certfile')
    told('datastore-keyfile', 'etcd-keyfile')
  } else if (endpoint === undefined && root.has(`${data}/server/db/etcd`)) {
    flags.push(['etcd-servers', 'https://127.0.0.1:2379', null], ['etcd-cafile', `${tls}/server-ca.crt`, null])
    flags.push(['etcd-certfile', `${tls}/client.crt`, null], ['etcd-keyfile', `${tls}/client.key`, null])
  } else flags.push(['etcd-servers', 'unix://kine.sock', endpoint ?? null])
  const encrypts = options.get('secrets-encryption')?.at(-1)
  if (encrypts?.text === 'true')
    flags.push(['encryption-provider-config', `${data}/server/cred/encryption-config.json`, encrypts])
  return flags.map(([name, value, place]) => ({ text: `--${name}=${value}`, place }))
}

function dashed(text: string): string {
  return text.startsWith('--') ? text : `--${text}`
}

function nameIn(text: string): string {
  return text.split('=')[0] ?? ''
}

/** Files of a folder of which a later one, by name, adds to those before and wins over them; null where there are none. */
function dropIns(root: NodeRoot, folder: string): Mapping | null {
  let merged: Mapping | null = null
  for (const name of root.names(folder).filter((file) => file.endsWith('.conf'))) {
    const [document] = parseYaml(root.text(`${folder}/${name}`) ?? '')
    if (isMapping(document?.value)) merged = merged === null ? document.value : merge(merged, document.value)
  }
  return merged
}

function merge(below: Mapping, above: Mapping): Mapping {
  const result: Mapping = { ...below }
  for (const [key, value] of Object.entries(above)) {
    const present = result[key]
    result[key] = isMapping(present) && isMapping(value) ? merge(present, value) : value
  }
  return result
}

/** The file that k3s writes for the etcd in it, as flags: etcd calls them alike, but for those of its two listeners. */
function etcdUnit(root: NodeRoot, path: string): SourceUnit | null {
  const text = root.has(path) ? root.text(path) : null
  const [document] = text === null ? [] : parseYaml(text)
  if (!isMapping(document?.value)) return null
  const parts = { '': document.value['client-transport-security'], 'peer-': document.value['peer-transport-security'] }
  const words = Object.entries(parts).flatMap(([prefix, part]) =>
    Object.entries(isMapping(part) ? part : {}).map(([name, value]) => `--${prefix}${name}=${String(value)}`)
  )
  const plain = Object.entries(document.value).flatMap(([name, value]) =>
    isMapping(value) || Array.isArray(value) ? [] : [`--${name}=${String(value)}`]
  )
  const command = ['etcd', ...plain, ...words]
  return componentUnit(root.place(path), { component: 'etcd', command }, [])
}
