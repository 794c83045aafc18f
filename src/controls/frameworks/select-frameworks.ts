import { didYouMean } from '../../names/nearest-name.ts'
import type { Control } from '../control.ts'
import { formatMinor, newestMinor, parseMinor } from '../kubernetes-version.ts'
import type { Framework } from './framework.ts'
import { frameworks } from './frameworks.ts'
import { podSecurityBaseline, podSecurityRestricted } from './pod-security.ts'

/** A framework as the user asked for it, with everything that was left open decided. */
export interface SelectedFramework {
  readonly framework: Framework
  /** One of the framework's versions; empty where it has none. */
  readonly version: string
  /** As reports name it: `guide`, `pss-restricted@1.37`. */
  readonly label: string
  /** The Kubernetes minor version at which its controls are judged. */
  readonly minor: number
}

export interface FrameworkSelection {
  /** In the order asked for, each once. */
  readonly selected: readonly SelectedFramework[]
  /** The Kubernetes minor version that is assumed where no framework says otherwise. */
  readonly minor: number
  /** What was decided otherwise than written, for the user to know. */
  readonly notes: readonly string[]
  /** The user's mistakes. */
  readonly problems: readonly string[]
}

/** Levels whose version is a Kubernetes version. */
const podSecurityLevels: readonly Framework[] = [podSecurityBaseline, podSecurityRestricted]

/**
 * Finds the frameworks that a user names, each as `NAME` or `NAME@VERSION`. Without a version it is the newest; Pod
 * Security levels take `kubernetes` where it is given. A Kubernetes version above the newest known counts as the newest.
 */
export function selectFrameworks(names: readonly string[], kubernetes?: string): FrameworkSelection {
  const notes: string[] = []
  const problems: string[] = []
  const minor = assumedMinor(kubernetes, notes, problems)
  const selected = new Map<string, SelectedFramework>()
  for (const name of names) {
    const found = select(name, minor, notes)
    if (typeof found === 'string') problems.push(found)
    else selected.set(found.label, found)
  }
  return { selected: [...selected.values()], minor, notes, problems }
}

/** The items of a selected framework that a control answers; none where the control is not part of it. */
export function itemsAnswered({ framework, version }: SelectedFramework, control: Control): readonly string[] {
  return framework.itemsOf(control, version)
}

function assumedMinor(kubernetes: string | undefined, notes: string[], problems: string[]): number {
  if (kubernetes === undefined || kubernetes === 'latest') return newestMinor
  const minor = parseMinor(kubernetes)
  if (minor === undefined) problems.push(`"${kubernetes}" is not a version of Kubernetes; write it like 1.31`)
  return clamp(minor ?? newestMinor, `Kubernetes ${kubernetes}`, notes)
}

function clamp(minor: number, subject: string, notes: string[]): number {
  if (minor <= newestMinor) return minor
  notes.push(`${subject} is judged as ${formatMinor(newestMinor)}, the newest version that is known`)
  return newestMinor
}

/** The framework, or what is wrong with its name. */
function select(text: string, minor: number, notes: string[]): SelectedFramework | string {
  const at = text.indexOf('@')
  const name = at === -1 ? text : text.slice(0, at)
  const version = at === -1 ? undefined : text.slice(at + 1)
  const framework = frameworks.find((candidate) => candidate.name === name)
  if (framework === undefined) {
    const known = frameworks.map((candidate) => candidate.name)
    return `unknown framework "${name}"${didYouMean(name, known)} (known are ${known.join(', ')})`
  }
  if (podSecurityLevels.includes(framework)) return selectLevel(framework, version, minor, notes)
  return selectVersion(framework, version, minor)
}

function selectLevel(
  framework: Framework,
  version: string | undefined,
  assumed: number,
  notes: string[]
): SelectedFramework | string {
  const wanted = version === undefined ? assumed : version === 'latest' ? newestMinor : parseMinor(version)
  if (wanted === undefined) return unknownVersion(framework, version ?? '', `1.0 to ${formatMinor(newestMinor)}`)
  const minor = clamp(wanted, `${framework.name}@${version ?? ''}`, notes)
  return labelled(framework, formatMinor(minor), minor)
}

function selectVersion(framework: Framework, version: string | undefined, minor: number): SelectedFramework | string {
  const { versions } = framework
  const newest = versions.at(-1)
  if (newest === undefined) {
    return version === undefined
      ? labelled(framework, '', minor)
      : `${framework.name} has no versions: write ${framework.name}`
  }
  if (version === undefined || version === 'latest') return labelled(framework, newest, minor)
  const wanted = version.replace(/^v/, '')
  return versions.includes(wanted)
    ? labelled(framework, wanted, minor)
    : unknownVersion(framework, version, versions.join(', '))
}

function unknownVersion(framework: Framework, version: string, known: string): string {
  return `${framework.name} has no version "${version}"; known are ${known}`
}

function labelled(framework: Framework, version: string, minor: number): SelectedFramework {
  return { framework, version, minor, label: version === '' ? framework.name : `${framework.name}@${version}` }
}
