import type { Estate } from '../../estate/estate.ts'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import type { PodView } from '../../estate/workload.ts'

/** A text by which a program is configured. */
export interface WorkloadText {
  /** For people: `variable CART_URL`, `ConfigMap settings (urls.properties)`. */
  readonly where: string
  /** What the text is called there: the name of a variable, flag or key; empty for none. */
  readonly key: string
  readonly text: string
  /** It must not be shown. */
  readonly secret: boolean
}

/** Longer ones are data, not configuration. */
const longest = 200_000

/**
 * Every text of an estate by which the programs of a pod are configured: variables, commands, and what it mounts of
 * ConfigMaps and Secrets. Those of which the estate knows nothing are left out.
 */
export function workloadTexts(estate: Estate, view: PodView): WorkloadText[] {
  const known = texts.get(view)
  if (known !== undefined) return known
  const read = readTexts(new Sources(estate, view.resource), view)
  texts.set(view, read)
  return read
}

const texts = new WeakMap<PodView, WorkloadText[]>()

/** ConfigMaps and Secrets by which a pod is configured and that the estate does not have, as `Secret shop-database`. */
export function missingSources(estate: Estate, view: PodView): string[] {
  const sources = new Sources(estate, view.resource)
  readTexts(sources, view)
  return [...sources.missing]
}

function readTexts(sources: Sources, { containers, spec }: PodView): WorkloadText[] {
  const found = containers.flatMap(({ object }) => [...variables(sources, object), ...words(object)])
  const volumes = Array.isArray(spec.volumes) ? spec.volumes : []
  for (const volume of volumes) if (isMapping(volume)) found.push(...mounted(sources, volume))
  return found.filter(({ text }) => text.length <= longest)
}

function variables(sources: Sources, { env, envFrom }: Mapping): WorkloadText[] {
  const found: WorkloadText[] = []
  for (const source of Array.isArray(envFrom) ? envFrom : []) {
    if (!isMapping(source)) continue
    found.push(...sources.all('ConfigMap', mappingAt(source, 'configMapRef')))
    found.push(...sources.all('Secret', mappingAt(source, 'secretRef')))
  }
  const values = new Map(found.map(({ key, text }) => [key, text]))
  for (const variable of Array.isArray(env) ? env : []) {
    if (!isMapping(variable) || typeof variable.name !== 'string') continue
    const from = mappingAt(variable, 'valueFrom') ?? {}
    const { name, value } = variable
    const own =
      typeof value === 'string'
        ? [{ where: `variable ${name}`, key: name, text: expanded(value, values), secret: false }]
        : [
            ...sources.one('ConfigMap', mappingAt(from, 'configMapKeyRef')),
            ...sources.one('Secret', mappingAt(from, 'secretKeyRef'))
          ].map((text) => ({ ...text, key: name }))
    for (const text of own) values.set(name, text.text)
    found.push(...own)
  }
  return found
}

/** `$(NAME)` stands for a variable that was set before. */
function expanded(value: string, values: ReadonlyMap<string, string>): string {
  return value.replace(/\$\(([\w.-]+)\)/g, (all, name: string) => values.get(name) ?? all)
}

/** A flag and its value are one word with `=`, or two words. */
function words({ command, args }: Mapping): WorkloadText[] {
  let flag = ''
  return [command, args].flatMap((list) => {
    if (!Array.isArray(list)) return []
    return list.flatMap((word: unknown): WorkloadText[] => {
      if (typeof word !== 'string') return []
      const [, dashes = '', name, value] = /^(--?)([\w.-]+)(?:=([\s\S]*))?$/.exec(word) ?? []
      const before = flag
      flag = name !== undefined && value === undefined ? `${dashes}${name}` : ''
      if (flag !== '') return []
      const shown = name === undefined ? before : `${dashes}${name}`
      // What follows the -c of a shell is a program.
      const isScript = shown === '' || /^-[a-z]*c$/.test(shown)
      const where = isScript ? 'its command' : `its flag ${shown}`
      return [{ where, key: isScript ? '' : shown, text: value ?? word, secret: false }]
    })
  })
}

function mounted(sources: Sources, volume: Mapping): WorkloadText[] {
  const projected = mappingAt(volume, 'projected')?.sources
  return [volume, ...(Array.isArray(projected) ? projected.filter(isMapping) : [])].flatMap((holder) => [
    ...sources.all('ConfigMap', mappingAt(holder, 'configMap')),
    ...sources.all('Secret', mappingAt(holder, 'secret'))
  ])
}

/** ConfigMaps and Secrets of a workload's namespace. */
class Sources {
  readonly #estate: Estate
  readonly #namespace: string | null
  readonly missing = new Set<string>()

  constructor(estate: Estate, { namespace }: Resource) {
    this.#estate = estate
    this.#namespace = namespace
  }

  one(kind: 'ConfigMap' | 'Secret', reference: Mapping | undefined): WorkloadText[] {
    return this.all(kind, reference).filter(({ key }) => key === reference?.key)
  }

  all(kind: 'ConfigMap' | 'Secret', reference: Mapping | undefined): WorkloadText[] {
    const name = reference === undefined ? null : (stringAt(reference, 'name') ?? stringAt(reference, 'secretName'))
    if (name === null) return []
    const objects = this.#estate.named({ kind, name, namespace: this.#namespace, group: '' })
    if (objects.length === 0 && reference?.optional !== true) this.missing.add(`${kind} ${name}`)
    return objects.flatMap(({ object }) =>
      [...plainEntries(object.data), ...plainEntries(object.stringData)].map(([key, text]) => ({
        where: `${kind} ${name} (${key})`,
        key,
        text: kind === 'Secret' && mappingAt(object, 'data')?.[key] === text ? decoded(text) : text,
        secret: kind === 'Secret'
      }))
    )
  }
}

function plainEntries(map: unknown): [string, string][] {
  if (!isMapping(map)) return []
  return Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
}

function decoded(base64: string): string {
  try {
    return atob(base64.replace(/\s/g, ''))
  } catch {
    return ''
  }
}
