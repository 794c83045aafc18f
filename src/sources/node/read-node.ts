import { statSync } from 'node:fs'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { fileFault } from '../files/file-fault.ts'
import { readDecoded } from '../files/read-decoded.ts'
import { readText, unreadable } from '../read-text.ts'
import { bareUnit, type Skipped, type SourceUnit } from '../unit.ts'
import { componentResource, componentUnit, locator, nowhere } from './component-unit.ts'
import { nodeFiles } from './node-files.ts'
import { NodeRoot } from './node-root.ts'
import { openshiftUnits } from './openshift-node.ts'
import { otherLayouts } from './other-layouts.ts'
import { type RunningComponent, runningComponents } from './processes.ts'
import { type RancherLayout, rancherLayout } from './rancher-config.ts'
import { rancherComponents, rancherData } from './rancher-node.ts'
import { unitWords } from './unit-words.ts'

const manifests = '/etc/kubernetes/manifests'
const usualKubeletConfiguration = '/var/lib/kubelet/config.yaml'

/** Flags of the API server that name a configuration file of another kind. */
const fileFlags =
  /^--(?:audit-policy-file|encryption-provider-config|admission-control-config-file|authentication-config|authorization-config)=(.+)$/

/**
 * Reads a node: its static pods, the kubelet with its flags and configuration file, what runs, the files that flags
 * name, and modes and owners of the files that matter. What was looked for and is not there is said.
 * @param folder `/`, the place where the node's file system is mounted, or a folder that mirrors it.
 */
export function* readNode(folder: string): Generator<SourceUnit> {
  try {
    if (!statSync(folder).isDirectory()) {
      yield bareUnit(folder, {
        errors: [fault(folder, 'is no folder: --node takes the root of a node, or a copy of it')]
      })
      return
    }
  } catch (error) {
    yield bareUnit(folder, { errors: [fault(folder, fileFault(error))] })
    return
  }
  const root = new NodeRoot(folder)
  const rancher = rancherLayout(root)
  const data = rancher === null ? null : rancherData(root, rancher)
  const podFolders = data === null ? [manifests] : [manifests, `${data}/agent/pod-manifests`]
  const pods = podFolders.flatMap((at) => root.names(at).flatMap((name) => readFile(root, `${at}/${name}`)))
  for (const unit of pods) yield unit
  yield* openshiftUnits(root, (path) => readFile(root, path))
  const running = runningComponents(root)
  const embedded = rancher === null ? [] : rancherComponents(root, rancher, running)
  yield* embedded
  const words = [...pods.flatMap(({ resources }) => resources.flatMap(wordsOfPod)), ...embedded.flatMap(wordsOfUnit)]
  for (const path of new Set(words.flatMap((word) => fileFlags.exec(word)?.[1] ?? []))) yield* readFile(root, path)
  const kubelet = running.find(({ component }) => component === 'kubelet')
  const { unit, configuration, path } = readKubelet(root, kubelet)
  // The kubelet of k3s and RKE2 is one of their own components.
  if (rancher === null) yield unit
  yield* otherProcesses(root, running, new Set(words))
  const etcdData = words.flatMap((word) => /^--data-dir=(.+)$/.exec(word)?.[1] ?? [])[0] ?? '/var/lib/etcd'
  const clientCa = stringAt(mappingAt(mappingAt(configuration, 'authentication') ?? {}, 'x509') ?? {}, 'clientCAFile')
  const files = [...nodeFiles(root, { kubeletConfiguration: path, clientCa, etcdData }, data)]
  yield bareUnit(folder, { resources: files, locate: nowhere })
  const found = pods.length + files.length + unit.resources.length + embedded.length > 0
  const refused = [...root.refused].map(([inside, reason]) => fault(root.place(inside), reason))
  const errors = found || refused.length > 0 ? refused : [fault(folder, nothing)]
  yield bareUnit(folder, { skipped: missing(root, rancher, path), errors })
}

const nothing =
  'is no node of a cluster as kubeadm sets one up: no static pods, no kubelet configuration and no keys were found'

function fault(file: string, message: string): SourceUnit['errors'][number] {
  return { file, line: null, column: null, message }
}

function missing(root: NodeRoot, rancher: RancherLayout | null, kubeletConfiguration: string): Skipped[] {
  const wanted: [string, string][] = [
    [manifests, 'static pods: nothing is known of a control plane here'],
    [kubeletConfiguration, 'the configuration of the kubelet'],
    ['/etc/kubernetes/pki', 'keys and certificates']
  ]
  // k3s and RKE2 have none of these where kubeadm has them.
  const absent = (rancher === null ? wanted : [])
    .filter(([path]) => !root.has(path))
    .map(([path, what]) => [path, `not found: ${what}`] as const)
  return [...absent, ...otherLayouts(root)].map(([path, reason]) => ({
    file: root.place(path),
    document: 0,
    reason,
    named: false
  }))
}

function readFile(root: NodeRoot, path: string): SourceUnit[] {
  const file = root.place(path)
  const stats = root.stats(path)
  if (stats?.isDirectory() === true) return []
  if (stats === null) return [bareUnit(file, { errors: [fault(file, 'no such file, though a flag names it')] })]
  const decoded = readDecoded(file, false)
  return ['problem' in decoded ? unreadable(file, decoded) : readText(file, decoded.text, false)]
}

function wordsOfUnit({ resources }: SourceUnit): string[] {
  return resources.flatMap(({ object: { command } }) => (Array.isArray(command) ? command.map(String) : []))
}

function wordsOfPod({ object }: Resource): string[] {
  const spec = mappingAt(object, 'spec') ?? {}
  const containers: readonly unknown[] = Array.isArray(spec.containers) ? spec.containers : []
  return containers.flatMap((container) => {
    if (!isMapping(container)) return []
    return [container.command, container.args].flatMap((list) => (Array.isArray(list) ? list.map(String) : []))
  })
}

/** Programs that run with other flags than their manifests have: what runs counts. */
function* otherProcesses(
  root: NodeRoot,
  running: readonly RunningComponent[],
  written: ReadonlySet<string>
): Generator<SourceUnit> {
  for (const { component, command, path } of running) {
    if (component === 'kubelet' || command.slice(1).every((word) => written.has(word))) continue
    yield componentUnit(root.place(path), { component, command }, [])
  }
}

interface ReadKubelet {
  readonly unit: SourceUnit
  readonly configuration: Mapping
  readonly path: string
}

/** What runs counts before what systemd would start. */
function readKubelet(root: NodeRoot, running: RunningComponent | undefined): ReadKubelet {
  const written = unitWords(root, 'kubelet')
  const command = running?.command ?? written?.map(({ text }) => text) ?? null
  const path = configurationPath(command ?? []) ?? usualKubeletConfiguration
  const read = root.stats(path)?.isFile() === true ? readFile(root, path)[0] : undefined
  const [file] = read?.resources ?? []
  const configuration = file?.kind === 'KubeletConfiguration' ? file.object : {}
  if (command === null) return { unit: read ?? bareUnit(root.place(path), {}), configuration, path }
  const origin = written?.[0]?.file ?? root.place(running?.path ?? path)
  const resource = componentResource(origin, {
    component: 'kubelet',
    command,
    ...(file === undefined ? {} : { configuration })
  })
  const unit = bareUnit(origin, {
    files: read?.files ?? 0,
    resources: [resource],
    skipped: read?.skipped ?? [],
    errors: read?.errors ?? [],
    locate: locator(command, written ?? [], read)
  })
  return { unit, configuration, path }
}

function configurationPath(command: readonly string[]): string | null {
  const index = command.findLastIndex((word) => /^--config(=|$)/.test(word))
  const word = command[index]
  if (word === undefined) return null
  return word.includes('=') ? word.slice('--config='.length) : (command[index + 1] ?? null)
}
