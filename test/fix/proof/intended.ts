import type { Control, Fix } from '../../../src/controls/control.ts'
import { controls } from '../../../src/controls/generated/index.ts'
import type { Difference } from './differences.ts'

/** What `fix -o json` says of a finding that it fixed, as far as it matters here. */
export interface SaidFixed {
  readonly control: string
  readonly file: string
  readonly document: number
  readonly path: string
  readonly fingerprint: string
  readonly grade: string
}

/** One thing that a fix may do: at a place below a container, the pod or the finding's field, to these values. */
interface Allowed {
  readonly at: 'container' | 'pod' | 'field'
  readonly path: RegExp
  readonly to: (after: unknown) => boolean
}

const gone = (after: unknown): boolean => after === undefined
const isNumber = (after: unknown): boolean => typeof after === 'number' && Number.isInteger(after) && after > 0
const is =
  (...values: unknown[]) =>
  (after: unknown): boolean =>
    values.includes(after)
const isText = (after: unknown): boolean => typeof after === 'string' && after !== ''
const isEmpty = (after: unknown): boolean =>
  typeof after === 'object' && after !== null && Object.keys(after).length === 0

const places = ['container', 'pod'] as const
const users: readonly Allowed[] = places.flatMap((at) => [
  { at, path: /^securityContext\.runAsNonRoot$/, to: is(true) },
  { at, path: /^securityContext\.runAsUser$/, to: (after) => gone(after) || isNumber(after) },
  { at, path: /^securityContext\.runAsGroup$/, to: isNumber }
])

/** What the repairs with names of their own may do, as a reviewer would list it. */
const ofRepair: Readonly<Record<string, readonly Allowed[]>> = {
  user: [
    ...users,
    { at: 'pod', path: /^securityContext\.fsGroup$/, to: isNumber },
    { at: 'pod', path: /^securityContext\.sysctls\[\d+\]\.name$/, to: is('net.ipv4.ip_unprivileged_port_start') },
    { at: 'pod', path: /^securityContext\.sysctls\[\d+\]\.value$/, to: is('0') }
  ],
  group: [
    ...users.filter(({ path }) => path.source.includes('Group')),
    { at: 'pod', path: /^securityContext\.fsGroup$/, to: isNumber }
  ],
  capabilities: [
    {
      at: 'container',
      path: /^securityContext\.capabilities\.drop\[\d+\]$/,
      to: (after) => gone(after) || after === 'ALL'
    },
    {
      at: 'container',
      path: /^securityContext\.capabilities\.add\[\d+\]$/,
      to: (after) => /^[A-Z_]+$/.test(String(after)) && after !== 'ALL'
    }
  ],
  'added-capability': [{ at: 'field', path: /^$/, to: gone }],
  'net-raw': [
    { at: 'container', path: /^securityContext\.capabilities\.drop\[\d+\]$/, to: is('NET_RAW') },
    { at: 'field', path: /^$/, to: gone }
  ],
  'read-only-root': [
    { at: 'container', path: /^securityContext\.readOnlyRootFilesystem$/, to: is(true) },
    { at: 'container', path: /^volumeMounts\[\d+\]\.(name|mountPath)$/, to: isText },
    { at: 'pod', path: /^volumes\[\d+\]\.name$/, to: isText },
    { at: 'pod', path: /^volumes\[\d+\]\.emptyDir$/, to: isEmpty }
  ],
  token: [{ at: 'pod', path: /^automountServiceAccountToken$/, to: is(false) }],
  resources: [],
  'node-port': [
    { at: 'field', path: /^$/, to: is('ClusterIP') },
    { at: 'field', path: /./, to: gone }
  ]
}

const byId = new Map(controls.map((control) => [control.id, control as Control]))

/** Whether a difference of a document is what one of the fixes of that document is for. */
export function isIntended(difference: Difference, fixed: readonly SaidFixed[]): boolean {
  return fixed.some((said) => withWeaker(said.control).some((control) => explains(control, said, difference)))
}

/** A control with those that it speaks for: they are repaired with it, or they would be found next. */
function withWeaker(id: string, known = new Set<string>()): Control[] {
  const control = byId.get(id)
  if (control === undefined || known.has(id)) return []
  known.add(id)
  return [control, ...(control.implies ?? []).flatMap((weaker) => withWeaker(weaker, known))]
}

function explains(control: Control, said: SaidFixed, difference: Difference): boolean {
  const { fix } = control
  if (fix === undefined) return false
  const [container] = /^.*?\b(?:initContainers|ephemeralContainers|containers)\[\d+\]/.exec(said.path) ?? ['']
  const pod = podPath(said.path, container)
  const bases = { container: container === '' ? containerOf(difference.path) : container, pod, field: said.path }
  return allowedBy(fix, control, said).some(({ at, path, to }) => {
    const below = relative(difference.path, bases[at])
    return below !== null && path.test(below) && to(difference.after)
  })
}

function allowedBy(fix: Fix, control: Control, said: SaidFixed): readonly Allowed[] {
  if ('repair' in fix) return ofRepair[fix.repair] ?? []
  if ('setting' in fix) return [{ at: 'field', path: /^(\[\d+\])?$/, to: () => true }]
  if ('remove' in fix)
    return control.id === said.control ? [{ at: 'field', path: /^/, to: gone }] : ownPlaces(control, gone)
  const { set, onPod } = fix
  const own: Allowed[] =
    control.id === said.control ? [{ at: 'field', path: /^$/, to: is(set) }] : ownPlaces(control, is(set))
  if (onPod === undefined) return own
  return [...own, { at: 'pod', path: new RegExp(`^${RegExp.escape(onPod)}$`), to: is(set) }]
}

/** Where a weaker control points to, in containers and pods. */
function ownPlaces({ rules }: Control, to: Allowed['to']): Allowed[] {
  return rules.flatMap(({ at }) =>
    places.map((place) => ({ at: place, path: new RegExp(`${RegExp.escape(at)}$`), to }))
  )
}

/** The pod spec in which a finding lies. */
function podPath(path: string, container: string): string {
  if (container !== '') return container.replace(/\.?(?:initContainers|ephemeralContainers|containers)\[\d+\]$/, '')
  const [spec] = /^(?:items\[\d+\]\.)*(?:(?:spec\.)?(?:jobTemplate\.spec\.)?template\.)?spec(?=\.|$)/.exec(path) ?? ['']
  return spec
}

/** A pod's finding may have its fix in each of its containers. */
function containerOf(path: string): string {
  return /^.*?\b(?:initContainers|ephemeralContainers|containers)\[\d+\]/.exec(path)?.[0] ?? ''
}

function relative(path: string, base: string): string | null {
  if (path === base) return ''
  if (base === '') return path
  if (!path.startsWith(base)) return null
  const rest = path.slice(base.length)
  return rest.startsWith('.') ? rest.slice(1) : rest.startsWith('[') ? rest : null
}
