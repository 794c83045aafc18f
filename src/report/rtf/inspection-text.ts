import type { RtfExposure } from '../../controls/control.ts'
import { exceptionItem } from '../../exceptions/exception-item.ts'
import type { ConfiguredException } from '../../exceptions/granted.ts'
import type { MuleApplication } from '../../rtf/applications/applications.ts'
import type { WorkerNamespace } from '../../rtf/fabric/authorization.ts'
import type { Fabric } from '../../rtf/fabric/fabric.ts'
import type { UsedRegistry } from '../../rtf/fabric/registries.ts'
import { formatRtfVersion, versionNote } from '../../rtf/facts/version.ts'
import type { FreshnessState } from '../../rtf/redeploy/freshness.ts'
import type { Paint } from '../paint.ts'
import { printable, printableLines } from '../printable.ts'
import { inputTrouble } from '../text/input-trouble.ts'
import { wrap } from '../text/wrap.ts'
import type { ChartValuesRemark } from './chart-values.ts'
import { columns } from './columns.ts'
import type { InspectedApplication, InspectedControl, Inspection } from './inspection.ts'
import type { InspectionInput } from './inspection-input.ts'
import { settingsBlocks } from './settings-text.ts'

const headings: Readonly<Record<RtfExposure, string>> = {
  settable: 'Controls that you can set, and what pods of applications show',
  fixed: 'Controls that Runtime Fabric itself sets, and what pods of applications show',
  'not-exposed': 'Controls that nobody can set, and what pods of applications show'
}
const routes = { 'runtime-manager': 'Runtime Manager', 'anypoint-controller': 'Anypoint Controller' } as const
const states: Readonly<Record<FreshnessState, string>> = {
  current: 'as asked for',
  redeploy: 'old',
  undecided: 'undecided',
  pending: 'not applied yet',
  'no-template': 'no template',
  'not-read': '-'
}
const registryKinds = {
  mulesoft: "MuleSoft's",
  internal: "MuleSoft's own, not for customers",
  own: 'your own'
} as const
/** So many objects are named in a line; all of them are in the JSON. */
const shownNames = 3

/**
 * The inspection for people.
 * @param width In columns, or null where nothing limits it.
 */
export function* inspectionText(
  { fabrics, applications, controls, exceptions, values }: Inspection,
  input: InspectionInput,
  paint: Paint,
  width: number | null
): Generator<string> {
  if (fabrics.instances.length === 0 && applications.length === 0) yield 'No Runtime Fabric was found.\n'
  for (const fabric of fabrics.instances) yield block(fabricTitle(fabric, paint), fabricLines(fabric))
  if (applications.length > 0) yield block(paint.bold('Applications'), columns(applicationRows(applications)))
  yield* settingsBlocks(applications, paint, width)
  yield* controlBlocks(controls, paint)
  if (values.length > 0) yield valuesText(values, paint, width)
  if (exceptions.length > 0) yield exceptionsText(exceptions, paint, width)
  yield* inputTrouble({ ...input, skipped: input.skipped.filter(({ named }) => named) }, paint, width)
}

function block(title: string, lines: readonly string[]): string {
  return `${title}\n\n${lines.map((line) => `${`  ${printable(line)}`.trimEnd()}\n`).join('')}\n`
}

function fabricTitle({ namespace, version }: Fabric, paint: Paint): string {
  const name = version === null ? 'Runtime Fabric' : `Runtime Fabric ${formatRtfVersion(version.version)}`
  return paint.bold(printable(`${name} in namespace ${namespace}`))
}

function fabricLines(fabric: Fabric): string[] {
  const { shownBy, version, components, authorization, registries, region } = fabric
  const note = version === null ? null : versionNote(version.version)
  const rows: (readonly [string, string])[] = [
    ['shown by', listed(shownBy)],
    ['version', version === null ? 'not shown: name it in bulwark.yaml, rtf.version' : `by ${version.shownBy}`],
    ...(note === null ? [] : [['', note] as const]),
    ['control plane', region === null ? 'not shown' : `${region.region}, by ${region.shownBy}`],
    [
      'components',
      listed(
        components.map(({ component, replicas }) => named(component.name, replicas)),
        components.length
      )
    ],
    ...registries.map((registry, index) => [index === 0 ? 'registry' : '', registryText(registry)] as const),
    ['acts in', actsIn(authorization.everywhere.length > 0, authorization.configMap !== null)]
  ]
  const namespaces = authorization.namespaces.map(namespaceRow)
  return [
    ...columns(rows),
    ...(namespaces.length === 0
      ? []
      : ['', ...columns([['NAMESPACE', 'ENVIRONMENT', 'LABELLED', 'LISTED', 'BOUND'], ...namespaces])])
  ]
}

function actsIn(everywhere: boolean, listed: boolean): string {
  if (everywhere) return 'every namespace, by a ClusterRoleBinding'
  return listed
    ? 'the namespaces that ConfigMap authorized-namespaces lists'
    : 'not shown: no binding of its role was read'
}

function namespaceRow({ name, environment, labelled, listed: isListed, bound }: WorkerNamespace): string[] {
  return [name, environment ?? '-', yesNo(labelled), isListed === null ? '-' : yesNo(isListed), yesNo(bound)]
}

function registryText({ host, kind, region, containers }: UsedRegistry): string {
  const of = region === null ? registryKinds[kind] : `${registryKinds[kind]}, ${region}`
  return `${host} (${of}; ${containers} ${containers === 1 ? 'container' : 'containers'})`
}

function applicationRows(applications: readonly InspectedApplication[]): string[][] {
  const rows = applications.map(({ application, freshness }) => {
    const { namespace, name, route, runtime, replicas, shownBy } = application
    return [
      namespace ?? '-',
      name,
      routes[route],
      runtime === null ? '-' : [runtime.version, runtime.build ?? []].flat().join(':'),
      replicas === null ? '-' : String(replicas),
      shownBy === 'nothing' ? 'no pod was read' : `by its ${shownBy}`,
      states[freshness.state]
    ]
  })
  return [['NAMESPACE', 'NAME', 'DEPLOYED BY', 'RUNTIME', 'REPLICAS', 'SHOWN', 'SETTINGS'], ...rows]
}

function* controlBlocks(controls: readonly InspectedControl[], paint: Paint): Generator<string> {
  for (const [exposure, heading] of Object.entries(headings)) {
    const own = controls.filter((each) => each.exposure === exposure)
    if (own.length > 0) yield block(paint.bold(heading), controlLines(own))
  }
}

/** A line for each control, and below it one for each application that falls short. */
function controlLines(controls: readonly InspectedControl[]): string[] {
  const falling = controls.map(({ shown }) => shown.filter(({ verdict }) => verdict.status !== 'pass'))
  const rows = controls.map(({ control, setting, shown }, index) => [
    control.id,
    `${shown.length - (falling[index]?.length ?? 0)} of ${shown.length}`,
    setting?.how ?? ''
  ])
  const [heading = '', ...lines] = columns([['CONTROL', 'PASS', 'SET BY'], ...rows])
  const isSet = controls.some(({ setting }) => setting !== null)
  return [
    isSet ? heading : heading.replace(/ +SET BY$/, ''),
    ...lines.flatMap((line, index) => [line, ...notLines(falling[index] ?? [])])
  ]
}

function notLines(falling: InspectedControl['shown']): string[] {
  const more = falling.length - shownNames
  return [
    ...falling.slice(0, shownNames).map(({ application, verdict }) => {
      const { status, containers } = verdict
      const of = containers.length === 0 ? '' : `: ${containers.join(', ')}`
      return `  ${status === 'fail' ? 'not' : 'unknown for'} ${applicationName(application)}${of}`
    }),
    ...(more > 0 ? [`  … and ${more} more: -o json lists them all`] : [])
  ]
}

function applicationName({ namespace, name }: MuleApplication): string {
  return namespace === null ? name : `${namespace}/${name}`
}

function valuesText(values: readonly ChartValuesRemark[], paint: Paint, width: number | null): string {
  const lines = values.flatMap(({ file, line, column, path, message }) => [
    `  ${paint.red(printable(`${file}:${line}:${column}`))}  ${printable(path)}`,
    ...wrap(printable(message), width === null ? null : width - 4).map((each) => `    ${each}`)
  ])
  return `${paint.bold("Values of the agent's chart")}\n\n${lines.join('\n')}\n\n`
}

function exceptionsText(exceptions: readonly ConfiguredException[], paint: Paint, width: number | null): string {
  const title =
    "For bulwark.yaml, once you named an owner: the agent's roles fall short of these controls, and cannot be changed"
  const items = exceptions.map((exception) => exceptionItem(exception, '  ')).join('')
  return `${wrap(title, width).map(paint.bold).join('\n')}\n\n${printableLines(`exceptions:\n${items}`)}\n`
}

function listed(names: readonly string[], most: number = shownNames): string {
  if (names.length === 0) return 'none'
  const more = names.length - most
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ')
}

function named(name: string, replicas: number | null): string {
  return replicas === null ? name : `${name} (${replicas})`
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no'
}
