import { isMapping } from '../mapping.ts'
import type { Path } from '../path.ts'
import { type Container, containerPath, type PodView } from '../workload.ts'
import type { Word } from './arguments.ts'
import { type ComponentName, componentNames } from './component.ts'

/** What a container runs. */
export interface CommandLine {
  readonly component: ComponentName
  readonly words: readonly Word[]
  /** The list that flags are written in. */
  readonly path: Path
  /** Why the flags cannot be told; null where they can. */
  readonly unknown: string | null
}

const names: ReadonlySet<string> = new Set(componentNames)
const smallE = 0x65
const smallK = 0x6b
const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash'])

/**
 * The component that a container runs: the program that it starts, else that of its image. Null for any other program,
 * which is told quickly.
 */
export function commandLineOf(view: PodView, container: Container): CommandLine | null {
  const { command, args, image } = container.object
  const program: unknown = Array.isArray(command) ? command[0] : undefined
  if (typeof program === 'string') {
    const name = lastPart(program)
    if (isComponent(name)) return isForeign(view, name) ? null : written(view, container, name, 'command', 1)
    return shells.has(name) ? ofShell(view, container) : null
  }
  if (typeof image !== 'string') return null
  const last = image.lastIndexOf('/') + 1
  // Nearly every image is another one: a look at its first letter tells most of them.
  if (image.charCodeAt(last) !== smallE && image.charCodeAt(last) !== smallK) return null
  const name = imageName(image)
  if (!isComponent(name) || isForeign(view, name)) return null
  // Images of components start them, whatever stands in front of their flags.
  const first: unknown = Array.isArray(args) ? args[0] : undefined
  return written(view, container, name, 'args', first === name ? 1 : 0)
}

/**
 * Applications have an etcd of their own, too. That of a cluster is told by where it runs, or by the labels that kubeadm
 * and its like give it.
 */
function isForeign({ resource, spec, meta }: PodView, component: ComponentName): boolean {
  if (component !== 'etcd') return false
  const labels = isMapping(meta.labels) ? meta.labels : {}
  const isLabelled = labels.tier === 'control-plane' || labels.component === 'etcd'
  return resource.namespace !== 'kube-system' && spec.hostNetwork !== true && !isLabelled
}

function isComponent(name: string): name is ComponentName {
  return names.has(name)
}

function written(
  view: PodView,
  container: Container,
  component: ComponentName,
  list: 'command' | 'args',
  from: number
): CommandLine {
  const base = containerPath(view, container)
  const words = wordsOf(container.object.command, [...base, 'command']).slice(list === 'command' ? from : 0)
  const further = wordsOf(container.object.args, [...base, 'args']).slice(list === 'args' ? from : 0)
  return {
    component,
    words: [...words, ...further].map((word) => ({ ...word, text: expanded(word.text, container) })),
    path: [...base, list],
    unknown: null
  }
}

function wordsOf(list: unknown, path: Path): Word[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((text: unknown, index) => (typeof text === 'string' ? [{ text, path: [...path, index] }] : []))
}

/** `$(NAME)` stands for a variable of the container. One whose value is not written here stays as it is. */
function expanded(text: string, { object: { env } }: Container): string {
  if (!text.includes('$(') || !Array.isArray(env)) return text
  return text.replace(/\$\(([^)]+)\)/g, (whole, name: string) => {
    const value: unknown = env.find((variable: unknown) => Object(variable).name === name)?.value
    return typeof value === 'string' ? value : whole
  })
}

/** `sh -c "exec kube-apiserver --a=b"`: a script is understood where its last command is a component with plain words. */
function ofShell(view: PodView, container: Container): CommandLine | null {
  const base = containerPath(view, container)
  const words = [
    ...wordsOf(container.object.command, [...base, 'command']),
    ...wordsOf(container.object.args, [...base, 'args'])
  ]
  const script = words[words.findIndex(({ text }) => /^-\w*c$/.test(text)) + 1]
  if (script === undefined || script === words[0]) return null
  const component = commandsOf(script.text).map(programOf).find(isComponent)
  if (component === undefined || isForeign(view, component)) return null
  const plain = plainWords(script.text, component)
  const unknown = plain === null ? `a shell script starts ${component} here, and its flags are not plain words` : null
  return {
    component,
    words: (plain ?? []).map((text) => ({ text: expanded(text, container), path: script.path })),
    path: script.path,
    unknown
  }
}

/** The commands of a script, one after the other. */
function commandsOf(script: string): string[] {
  return script
    .replace(/\\\r?\n/g, ' ')
    .split(/&&|\|\|?|[;&\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The program that a command starts, with or without variables before it. */
function programOf(command: string): string {
  return lastPart(/^(?:[({]\s*)*(?:\w+=\S*\s+)*(?:exec\s+)?(\S+)/.exec(command)?.[1] ?? '')
}

/** The words behind the component's name in the last command of a script; null where a shell would change them. */
function plainWords(script: string, component: ComponentName): string[] | null {
  const command = commandsOf(script).at(-1)
  if (command === undefined) return null
  const words = command.match(/(?:'[^']*'|"[^"`$\\]*"|[^\s'"`\\|&<>(){}*?$]|\$\([A-Za-z_]\w*\))+/g) ?? []
  if (words.join(' ').length !== command.replace(/\s+/g, ' ').length) return null
  const [first = '', ...rest] = words[0] === 'exec' ? words.slice(1) : words
  if (lastPart(first) !== component) return null
  return rest.map((word) => word.replace(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double ?? ''))
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** `registry.k8s.io/kube-proxy:v1.37.0@sha256:…` is `kube-proxy`; images for one architecture end in its name. */
function imageName(image: string): string {
  const last = lastPart(image.split('@')[0] ?? '')
  const colon = last.indexOf(':')
  return (colon === -1 ? last : last.slice(0, colon)).replace(/-(amd64|arm64|arm|ppc64le|s390x)$/, '')
}
