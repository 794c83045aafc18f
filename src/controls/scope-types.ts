/**
 * What a rule sees, as types of the Kubernetes API: a mistyped field in a rule, in a list's path or in the path that a
 * finding points to is found before anything runs.
 */
import { type ObjectField, objectType, type Type, type TypeProvider } from '../cel/type.ts'
import { configurationKinds, kinds, rootType } from '../kubernetes/api-types.ts'
import { didYouMean } from '../names/nearest-name.ts'
import type { ContainerType, Place, Rule } from './control.ts'

/** Why a path or kind means nothing. */
export interface ScopeProblem {
  readonly problem: string
}

const core = 'io.k8s.api.core.v1'
const objectMeta = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta'

const placeTypes: Readonly<Record<Exclude<Place, 'resource' | 'container' | 'component'>, readonly string[]>> = {
  volume: [`${core}.Volume`],
  securityContext: [`${core}.PodSecurityContext`, `${core}.SecurityContext`],
  pod: [`${core}.PodSpec`],
  metadata: [objectMeta],
  file: ['dev.bulwark.node.v1.NodeFile']
}

const containerTypes: Readonly<Record<ContainerType, string>> = {
  container: `${core}.Container`,
  init: `${core}.Container`,
  ephemeral: `${core}.EphemeralContainer`
}

/** What every rule sees besides `self`; `effective` only where the control asks for it. */
export const ruleVariables: Readonly<Record<'pod' | 'meta' | 'effective', Type>> = {
  pod: objectType(`${core}.PodSpec`),
  meta: objectType(objectMeta),
  effective: objectType(`${core}.SecurityContext`)
}

/** The types that `self` can have in a rule, at least one: the rule must suit each. */
export function selfTypes(rule: Rule, types: TypeProvider): readonly [Type, ...Type[]] | ScopeProblem {
  const found: Type[] = []
  for (const name of placeTypeNames(rule)) {
    if (typeof name !== 'string') return name
    const type = typeof rule.each === 'string' ? objectType(name) : elementType(name, rule.each.list, types)
    if ('problem' in type) return type
    found.push(type)
  }
  const [first, ...others] = found
  return first === undefined
    ? { problem: 'a rule on resources names its kinds, one on components its components' }
    : [first, ...others]
}

/** The type of the field at a dotted path below a value. Keys of maps are taken as they come. */
export function typeAt(from: Type, path: string, types: TypeProvider): Type | ScopeProblem {
  let type = from
  for (const step of path === '' ? [] : path.split('.')) {
    if (type.kind === 'map') {
      type = type.value
      continue
    }
    const field: ObjectField | undefined = type.kind === 'object' ? types.field(type.name, step) : undefined
    if (field === undefined) {
      const known = type.kind === 'object' ? types.fieldNames(type.name) : []
      return { problem: `${path}: there is no field "${step}"${didYouMean(step, known)}` }
    }
    type = field.type
  }
  return type
}

function placeTypeNames({ each, kinds: named = [], components = [], types }: Rule): readonly (string | ScopeProblem)[] {
  const place = typeof each === 'string' ? each : each.in
  if (place === 'resource') return named.map(kindTypeName)
  if (place === 'component') return components.map((name) => `dev.bulwark.component.${name}`)
  if (place !== 'container') return placeTypes[place]
  return [...new Set((types ?? (['container', 'init', 'ephemeral'] as const)).map((type) => containerTypes[type]))]
}

function elementType(from: string, list: string, types: TypeProvider): Type | ScopeProblem {
  const type = typeAt(objectType(from), list, types)
  if ('problem' in type) return type
  if (type.kind === 'list') return type.element
  return type.kind === 'map' ? type.key : { problem: `${list} is neither a list nor a map` }
}

/** Of the newest stable version where there are several. */
function kindTypeName(kind: string): string | ScopeProblem {
  const all = [...kinds(), ...configurationKinds()]
  const versions = all.filter(([, names]) => names.has(kind)).map(([version]) => version)
  const version = versions.find((candidate) => /(^|\/)v\d+$/.test(candidate)) ?? versions[0]
  const type = version === undefined ? undefined : rootType(version, kind)
  if (type !== undefined) return type.name
  const known = new Set(all.map(([, names]) => names).flatMap((names) => [...names]))
  return { problem: `there is no kind "${kind}"${didYouMean(kind, known)}` }
}
