import { statSync } from 'node:fs'
import { nodeGroup } from '../../estate/components/node-component.ts'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import { makeResource, type Resource } from '../../estate/resource.ts'
import { locateAll } from '../../yaml/locate.ts'
import { fileFault } from '../files/file-fault.ts'
import { readDecoded } from '../files/read-decoded.ts'
import { readText, unreadable } from '../read-text.ts'
import { bareUnit, type Locate, type Position, type Skipped, type SourceUnit } from '../unit.ts'
import { nodeFiles } from './node-files.ts'
import { NodeRoot } from './node-root.ts'
import { otherLayouts } from './other-layouts.ts'
import { type RunningComponent, runningComponents } from './processes.ts'
import { kubeletUnitWords, type WrittenWord } from './unit-words.ts'

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
  const pods = root.names(manifests).flatMap((name) => readFile(root, `${manifests}/${name}`))
  for (const unit of pods) yield unit
  const words = pods.flatMap(({ resources }) => resources.flatMap(wordsOfPod))
  for (const path of new Set(words.flatMap((word) => fileFlags.exec(word)?.[1] ?? []))) yield* readFile(root, path)
  const running = runningComponents(root)
  const kubelet = running.find(({ component }) => component === 'kubelet')
  const { unit, configuration, path } = readKubelet(root, kubelet)
  yield unit
  yield* otherProcesses(root, running, new Set(words))
  const etcdData = words.flatMap((word) => /^--data-dir=(.+)$/.exec(word)?.[1] ?? [])[0] ?? '/var/lib/etcd'
  const clientCa = stringAt(mappingAt(mappingAt(configuration, 'authentication') ?? {}, 'x509') ?? {}, 'clientCAFile')
  const files = [...nodeFiles(root, { kubeletConfiguration: path, clientCa, etcdData })]
  yield bareUnit(folder, { resources: files, locate: (_, paths) => paths.map(() => null) })
  const found = pods.length > 0 || files.length > 0 || unit.resources.length > 0
  const refused = [...root.refused].map(([inside, reason]) => fault(root.place(inside), reason))
  const errors = found || refused.length > 0 ? refused : [fault(folder, nothing)]
  yield bareUnit(folder, { skipped: missing(root, path), errors })
}

const nothing =
  'is no node of a cluster as kubeadm sets one up: no static pods, no kubelet configuration and no keys were found'

function fault(file: string, message: string): SourceUnit['errors'][number] {
  return { file, line: null, column: null, message }
}

function missing(root: NodeRoot, kubeletConfiguration: string): Skipped[] {
  const wanted: [string, string][] = [
    [manifests, 'static pods: nothing is known of a control plane here'],
    [kubeletConfiguration, 'the configuration of the kubelet'],
    ['/etc/kubernetes/pki', 'keys and certificates']
  ]
  const absent = wanted.filter(([path]) => !root.has(path)).map(([path, what]) => [path, `not found: ${what}`] as const)
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
    const resource = componentResource(root.place(path), { component, command })
    yield bareUnit(root.place(path), { resources: [resource], locate: (_, paths) => paths.map(() => null) })
  }
}

interface ReadKubelet {
  readonly unit: SourceUnit
  readonly configuration: Mapping
  readonly path: string
}

/** What runs counts before what systemd would start. */
function readKubelet(root: NodeRoot, running: RunningComponent | undefined): ReadKubelet {
  const written = kubeletUnitWords(root)
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

function componentResource(file: string, fields: Mapping & { readonly component: string }): Resource {
  const object = {
    apiVersion: `${nodeGroup}/v1`,
    kind: 'NodeComponent',
    metadata: { name: fields.component },
    ...fields
  }
  return makeResource(object.apiVersion, object.kind, object, { file, document: 0, prefix: [] })
}

/** Words stand in the unit of systemd or a file that it names, fields in the configuration file. */
function locator(command: readonly string[], written: readonly WrittenWord[], read: SourceUnit | undefined): Locate {
  return (_, paths) => paths.map((path) => placeOf(path, command, written, read))
}

function placeOf(
  [first, second, ...rest]: Path,
  command: readonly string[],
  written: readonly WrittenWord[],
  read: SourceUnit | undefined
): Position | null {
  if (first === 'configuration') {
    const [document] = read?.documents ?? []
    if (read === undefined || document === undefined) return null
    const [position] = locateAll(read.text, document, [second === undefined ? [] : [second, ...rest]])
    return position === undefined ? null : { file: read.file, document: 0, ...position }
  }
  const text = typeof second === 'number' ? command[second] : command[0]
  const word = written.findLast((one) => one.text === text) ?? written[0]
  if (word === undefined) return null
  const { file, line, column } = word
  return { file, document: 0, line, column, located: word.text === text && second !== undefined ? 'exact' : 'parent' }
}
