import type { RtfFacts } from './facts.ts'
import type { LockedField } from './locked-fields.ts'
import type { TemplateKey } from './template-keys.ts'
import { compareRtfVersions, isSince, parseRtfVersion, type RtfVersion } from './version.ts'

/** How an application came to the cluster: by Runtime Manager, or by Anypoint Controller. */
export type DeploymentRoute = 'runtime-manager' | 'anypoint-controller'

/**
 * Whether a key works:
 * - `known`: the version takes it
 * - `later`: only a newer version does, from `since` on
 * - `fixed`: the answer that is assumed to an open question says that Runtime Fabric ignores it
 * - `unknown`: no version does
 */
export type KeyStatus =
  | { readonly status: 'known'; readonly key: TemplateKey }
  | { readonly status: 'later'; readonly key: TemplateKey; readonly since: string }
  | { readonly status: 'fixed'; readonly key: TemplateKey }
  | { readonly status: 'unknown' }

/** Open questions whose answer `fixed` takes a key away. */
const settlingQuestions: ReadonlySet<string> = new Set(['automount-token', 'run-as-non-root'])

/**
 * Whether a key of a KubernetesTemplate or MuleApplication works in a version.
 * @param path Below `spec`, such as `pod.env.ENABLE_CONSOLE_LOG`; a path below a known key is known.
 */
export function keyStatus(facts: RtfFacts, path: string, version: RtfVersion, route: DeploymentRoute): KeyStatus {
  const key = facts.templateKeys.find((known) => path === known.path || path.startsWith(`${known.path}.`))
  if (key === undefined) return { status: 'unknown' }
  const since = route === 'runtime-manager' ? key.template : key.application
  if (since === null) return { status: 'unknown' }
  if (!isSince(version, since)) return { status: 'later', key, since }
  const { question } = key
  const isShown = route === 'anypoint-controller' && question === 'run-as-non-root' && path.endsWith('.runAsNonRoot')
  const isFixed = question !== undefined && settlingQuestions.has(question) && facts.assume[question] === 'fixed'
  return isFixed && !isShown ? { status: 'fixed', key } : { status: 'known', key }
}

/** The keys that work in a version, in the order of the facts. */
export function knownKeys(facts: RtfFacts, version: RtfVersion, route: DeploymentRoute): TemplateKey[] {
  return facts.templateKeys.filter(({ path }) => keyStatus(facts, path, version, route).status === 'known')
}

/** The fields of a container that Runtime Fabric sets itself in a version. */
export function fixedFields(facts: RtfFacts, version: RtfVersion): LockedField[] {
  return facts.lockedFields.filter(({ of, since }) => of === 'container' && isSince(version, since))
}

/** Which Kubernetes versions a version of Runtime Fabric supports; null where the facts do not say. */
export function supportedKubernetes(
  facts: RtfFacts,
  version: RtfVersion
): { readonly from: string; readonly to: string; readonly basis: 'stated' | 'inferred' } | null {
  const rows = facts.kubernetes
    .flatMap((row) => {
      const since = parseRtfVersion(row.rtf)
      return since === null ? [] : [{ ...row, since: { ...since, patch: since.patch ?? 0 } }]
    })
    .filter(({ since }) => compareRtfVersions(version, since) >= 0)
    .toSorted((a, b) => compareRtfVersions(a.since, b.since))
  const row = rows.at(-1)
  if (row === undefined || row.range === null || row.basis === 'unknown') return null
  return { ...row.range, basis: row.basis }
}
