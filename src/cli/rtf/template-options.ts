import { isIP } from 'node:net'
import type { ControlPlane } from '../../rtf/facts/control-planes.ts'
import type { RtfFacts } from '../../rtf/facts/facts.ts'
import { formatRtfVersion, parseRtfVersion, type RtfVersion, versionNote } from '../../rtf/facts/version.ts'
import type { Destination } from '../../rtf/network/fabric-network.ts'
import { choose } from '../choice.ts'
import { UserError } from '../user-error.ts'
import type { OptionSpec, Options } from '../verb.ts'

/** Options of `rtf template` besides those that say what is read. */
export const templateOptions: readonly OptionSpec[] = [
  { name: 'write', summary: 'Change the files and write the new ones, instead of showing a diff' },
  {
    name: 'into',
    value: 'FOLDER',
    summary: 'Folder for new files',
    fallback: 'the first PATH that is a folder, else the current one'
  },
  { name: 'agent-namespace', value: 'NAMESPACE', summary: 'Of several agents, the one of this namespace' },
  {
    name: 'rtf-version',
    value: 'VERSION',
    summary: 'Version of Runtime Fabric',
    fallback: "what the agent's image, its chart or bulwark.yaml says"
  },
  {
    name: 'region',
    value: 'REGION',
    summary: 'Region of the control plane, for the network policies',
    fallback: 'what the registry of the images or bulwark.yaml says'
  },
  {
    name: 'ingress-namespace',
    value: 'NAMESPACE',
    repeatable: true,
    summary: 'Where an ingress controller runs; applications are closed to all others'
  },
  { name: 'api-server', value: 'CIDR:PORT', summary: 'Where the API server listens; the agent is closed to all else' },
  {
    name: 'egress',
    value: '[NAMESPACE=]CIDR:PORT',
    repeatable: true,
    summary: 'What applications, or what runs in one namespace, reach besides, such as a database'
  },
  { name: 'no-network-policies', summary: 'Write no network policies' }
]

/** @throws UserError for a version that is none, or that nothing is known of. */
export function chosenVersion(
  given: Options,
  detected: RtfVersion | null
): { version: RtfVersion; note: string | null } {
  const text = given.last('rtf-version')
  const version = text === undefined ? detected : parseRtfVersion(text)
  if (version === null) {
    throw new UserError(
      text === undefined
        ? 'nothing shows which version of Runtime Fabric runs: name it with --rtf-version'
        : `--rtf-version ${text}: must be a version such as 3.0.277`
    )
  }
  const note = versionNote(version)
  if (note !== null && !note.includes('newer')) throw new UserError(`${note}: name another with --rtf-version`)
  if (version.major < 2 || (version.major === 2 && version.minor < 4)) {
    throw new UserError(`Runtime Fabric ${formatRtfVersion(version)} has no KubernetesTemplate: it came with 2.4`)
  }
  return { version, note }
}

/** @throws UserError where no region is known, or another than the facts have. */
export function chosenControlPlane(given: Options, facts: RtfFacts, detected: string | null): ControlPlane {
  const regions = facts.controlPlanes.map(({ region }) => region)
  const region = given.last('region') ?? detected
  if (region === null) {
    throw new UserError(
      `nothing shows which control plane is used: name it with --region ${regions.join('|')}, or leave the network policies out with --no-network-policies`
    )
  }
  choose('region', region, regions)
  const plane = facts.controlPlanes.find((each) => each.region === region)
  if (plane === undefined) throw new Error(`${region} is among the regions and has no control plane`)
  return plane
}

/** @throws UserError where an entry is no address block with a port. */
export function egressByNamespace(given: Options): Map<string, Destination[]> {
  const found = new Map<string, Destination[]>()
  for (const entry of given.all('egress')) {
    const equals = entry.indexOf('=')
    const namespace = equals < 0 ? '' : entry.slice(0, equals)
    const destinations = found.get(namespace) ?? []
    found.set(namespace, destinations)
    destinations.push(destination('egress', entry.slice(equals + 1)))
  }
  return found
}

/** @throws UserError where it is no address block with a port. */
export function apiServerOf(given: Options): Destination | null {
  const entry = given.last('api-server')
  return entry === undefined ? null : destination('api-server', entry)
}

function destination(option: string, text: string): Destination {
  const [, address = '', prefix, port = ''] = /^\[?([0-9a-fA-F.:]+?)\]?(?:\/(\d{1,3}))?:(\d{1,5})$/.exec(text) ?? []
  const family = isIP(address)
  const longest = family === 6 ? 128 : 32
  const bits = prefix === undefined ? longest : Number(prefix)
  const number = Number(port)
  if (family === 0 || bits > longest || number < 1 || number > 65_535) {
    throw new UserError(`--${option} ${text}: must be an address block and a port, such as 10.20.0.0/16:5432`)
  }
  return { cidr: `${address}/${bits}`, port: number }
}
