import type { ControlPlane, EgressHost } from './control-planes.ts'
import { documentedFacts, type RtfFacts } from './facts.ts'
import type { KubernetesSupport } from './kubernetes-support.ts'
import type { LockedField } from './locked-fields.ts'
import type { TemplateKey } from './template-keys.ts'

/** What `bulwark.yaml` says below `rtf`: facts that the user knows better than the documentation. */
export interface RtfSettings {
  /** Installed version, where no object shows it. */
  readonly version?: string
  /** Region of the control plane. */
  readonly region?: string
  /** Answers to open questions, by their ids. */
  readonly assume?: Readonly<Record<string, string>>
  /** Keys below `spec` of a KubernetesTemplate, each with the version since which it works, or `never`. */
  readonly templateKeys?: Readonly<Record<string, string>>
  /** The same for MuleApplication. */
  readonly applicationKeys?: Readonly<Record<string, string>>
  /** Fields of the container that Runtime Fabric fixes, each with the version since which it does, or `never`. */
  readonly fixedFields?: Readonly<Record<string, string>>
  /** Kubernetes versions by the version of Runtime Fabric from which they hold, such as `1.32-1.35`. */
  readonly kubernetes?: Readonly<Record<string, string>>
  /** Hosts by region, each `host:port`, in place of those that are documented. */
  readonly egress?: Readonly<Record<string, readonly string[]>>
  /** Registries by region. */
  readonly registries?: Readonly<Record<string, string>>
  /** TCP ports of applications, in place of the documented ones. */
  readonly applicationPorts?: readonly number[]
  /** Further cluster roles of Runtime Fabric, without the suffix of the agent's namespace. */
  readonly clusterRoles?: readonly string[]
  /** Further images of Runtime Fabric, by the last part of their name. */
  readonly images?: readonly string[]
}

/** In place of a version: the key does not work, the field is not fixed, in any version. */
export const never = 'never'

/** The documented facts, with what the user says in their place. */
export function factsWith(settings: RtfSettings): RtfFacts {
  const documented = documentedFacts
  return {
    ...documented,
    version: settings.version ?? null,
    region: settings.region ?? null,
    assume: { ...documented.assume, ...settings.assume },
    templateKeys: keysWith(documented.templateKeys, settings),
    lockedFields: lockedWith(documented.lockedFields, settings.fixedFields ?? {}),
    kubernetes: supportWith(documented.kubernetes, settings.kubernetes ?? {}),
    controlPlanes: planesWith(documented.controlPlanes, settings),
    applicationPorts: settings.applicationPorts ?? documented.applicationPorts,
    clusterRoles: [...documented.clusterRoles, ...(settings.clusterRoles ?? [])],
    images: [...documented.images, ...(settings.images ?? [])]
  }
}

function keysWith(documented: readonly TemplateKey[], settings: RtfSettings): TemplateKey[] {
  const { templateKeys = {}, applicationKeys = {} } = settings
  const keys = new Map(documented.map((key) => [key.path, key]))
  for (const path of new Set([...Object.keys(templateKeys), ...Object.keys(applicationKeys)])) {
    const known = keys.get(path) ?? { path, template: null, application: null, value: 'as bulwark.yaml says' }
    keys.set(path, {
      ...known,
      template: sinceOf(templateKeys[path], known.template),
      application: sinceOf(applicationKeys[path], known.application)
    })
  }
  return [...keys.values()]
}

function sinceOf(written: string | undefined, documented: string | null): string | null {
  if (written === undefined) return documented
  return written === never ? null : written
}

function lockedWith(documented: readonly LockedField[], fixed: Readonly<Record<string, string>>): LockedField[] {
  const own = Object.entries(fixed)
    .filter(([, since]) => since !== never)
    .map(([path, since]): LockedField => ({ of: 'container', path, since }))
  return [...documented.filter(({ of, path }) => of !== 'container' || !Object.hasOwn(fixed, path)), ...own]
}

function supportWith(
  documented: readonly KubernetesSupport[],
  written: Readonly<Record<string, string>>
): KubernetesSupport[] {
  const own = Object.entries(written).map(([rtf, range]): KubernetesSupport => {
    const [from = range, to = from] = range.split('-')
    return { rtf, range: { from, to }, basis: 'stated' }
  })
  // What is said of a line holds for all of it.
  const replaced = (rtf: string): boolean =>
    [rtf, rtf.split('.').slice(0, 2).join('.')].some((of) => Object.hasOwn(written, of))
  return [...documented.filter(({ rtf }) => !replaced(rtf)), ...own]
}

function planesWith(documented: readonly ControlPlane[], settings: RtfSettings): ControlPlane[] {
  const { egress = {}, registries = {} } = settings
  const planes = new Map(documented.map((plane) => [plane.region, plane]))
  for (const region of new Set([...Object.keys(egress), ...Object.keys(registries)])) {
    const known = planes.get(region) ?? { region, title: region, registry: '', egress: [] }
    planes.set(region, {
      ...known,
      registry: registries[region] ?? known.registry,
      egress: egress[region]?.map(egressHost) ?? known.egress
    })
  }
  return [...planes.values()]
}

function egressHost(written: string): EgressHost {
  const colon = written.lastIndexOf(':')
  return { host: written.slice(0, colon), port: Number(written.slice(colon + 1)), does: 'as bulwark.yaml says' }
}
