import { isMapping, type Mapping, mappingAt } from '../../estate/mapping.ts'
import { type Path, valueAt } from '../../estate/path.ts'
import { isQuantity } from '../../kubernetes/quantity/parse.ts'
import type { Change } from '../../yaml/edit/change.ts'
import { type DeploymentRoute, keyStatus } from '../facts/exposure.ts'
import type { RtfFacts } from '../facts/facts.ts'
import { templateName } from '../facts/names.ts'
import { formatRtfVersion, type RtfVersion } from '../facts/version.ts'
import type { DefinitionSchema } from './definition-schema.ts'
import { type HardenedSetting, hardenedSettings, sharedAccountKey, storageLimitKey } from './hardened-settings.ts'

/** What decides about the settings of a template or of a MuleApplication. */
export interface SettingsContext {
  readonly facts: RtfFacts
  readonly version: RtfVersion
  readonly route: DeploymentRoute
  /** What the cluster's own definition says, which counts more than the facts; null where it was not read. */
  readonly schema: DefinitionSchema | null
  /** Accounts of applications that are bound to roles: their applications need their tokens. */
  readonly boundAccounts: readonly string[]
}

/** A key and what is to be said about it. */
export interface KeyRemark {
  /** From the object's root, as a user writes it. */
  readonly key: string
  readonly remark: string
}

/** What becomes of a template or a MuleApplication. */
export interface SettingsPlan {
  /** From the object's root. */
  readonly changes: readonly Change[]
  /** What the changes are for. */
  readonly set: readonly KeyRemark[]
  /** Settings of the guide that cannot be made here, and why. */
  readonly left: readonly KeyRemark[]
  /** Keys that are there and have no effect. */
  readonly ineffective: readonly KeyRemark[]
}

/** Plans the hardened settings of an object whose `spec` takes the template's keys, with what is wrong in it mended. */
export function planSettings(object: Mapping, context: SettingsContext): SettingsPlan {
  const planner = new Planner(object, context)
  if (context.route === 'runtime-manager') planner.name()
  for (const setting of hardenedSettings) planner.setting(setting)
  planner.sharedAccount()
  planner.storageLimit()
  planner.ineffectiveKeys()
  return planner
}

class Planner implements SettingsPlan {
  readonly changes: Change[] = []
  readonly set: KeyRemark[] = []
  readonly left: KeyRemark[] = []
  readonly ineffective: KeyRemark[] = []
  readonly #object: Mapping
  readonly #spec: Mapping
  readonly #context: SettingsContext

  constructor(object: Mapping, context: SettingsContext) {
    this.#object = object
    this.#spec = mappingAt(object, 'spec') ?? {}
    this.#context = context
  }

  /** The agent looks for one name. */
  name(): void {
    const present = mappingAt(this.#object, 'metadata')?.name
    if (present === templateName) return
    this.changes.push({ path: ['metadata', 'name'], set: templateName })
    this.set.push({ key: 'metadata.name', remark: `the agent takes a template by the name ${templateName} alone` })
  }

  setting(setting: HardenedSetting): void {
    const key = keyOf(setting.path)
    if (setting.isMet(valueAt(this.#spec, setting.path))) return
    const obstacle = this.#obstacle(setting)
    if (obstacle !== null) this.left.push({ key, remark: obstacle })
    else {
      this.changes.push({ path: ['spec', ...setting.path], set: setting.value })
      this.set.push({ key, remark: setting.why })
    }
  }

  sharedAccount(): void {
    const present = valueAt(this.#spec, sharedAccountKey)
    if (present === undefined || String(present) === 'false') return
    const around = sharedAccountKey.slice(0, -1)
    const isAlone = Object.keys(valueAt(this.#spec, around) ?? {}).length === 1
    this.changes.push({ path: ['spec', ...(isAlone ? around : sharedAccountKey)], remove: true })
    this.set.push({
      key: keyOf(sharedAccountKey),
      remark: 'removed: each application gets an account of its own, and the account default stays unused (CIS 5.1.5)'
    })
  }

  /** Older pages show `4gb`, which the API server does not take. */
  storageLimit(): void {
    const present = valueAt(this.#spec, storageLimitKey)
    if (typeof present !== 'string' || isQuantity(present)) return
    const [, number, unit = ''] = /^(\d+)\s*([kmgt])i?b?$/i.exec(present.trim()) ?? []
    if (number === undefined) {
      this.left.push({ key: keyOf(storageLimitKey), remark: `"${present}" is no quantity: write one such as 4Gi` })
      return
    }
    const quantity = `${number}${unit.toUpperCase()}i`
    this.changes.push({ path: ['spec', ...storageLimitKey], set: quantity })
    this.set.push({ key: keyOf(storageLimitKey), remark: `"${present}" is no quantity` })
  }

  /** What stands below `pod`, `service` and `deployment` and no version, or a later one, takes. */
  ineffectiveKeys(): void {
    for (const part of ['deployment', 'service', 'pod']) this.#visit(this.#spec[part], [part])
  }

  #visit(value: unknown, path: readonly string[]): void {
    const { facts, version, route } = this.#context
    const status = keyStatus(facts, path.join('.'), version, route)
    if (status.status === 'known') return
    const isWithin = facts.templateKeys.some((known) => known.path.startsWith(`${path.join('.')}.`))
    if (isWithin && isMapping(value)) {
      for (const [key, below] of Object.entries(value)) this.#visit(below, [...path, key])
    } else if (value !== undefined && !(isWithin && value === null)) {
      const known = this.#context.schema?.knows(path)
      if (known !== true) this.ineffective.push({ key: keyOf(path), remark: this.#whyIneffective(status) })
    }
  }

  #whyIneffective(status: Exclude<ReturnType<typeof keyStatus>, { status: 'known' }>): string {
    const version = formatRtfVersion(this.#context.version)
    if (status.status === 'later') return `Runtime Fabric ${version} ignores it: it counts from ${status.since} on`
    return `Runtime Fabric ${version} ignores it: it sets this field itself, or does not expose it`
  }

  /** Why a setting cannot be made; null where it can. */
  #obstacle({ path, controls }: HardenedSetting): string | null {
    const { facts, version, route, schema, boundAccounts } = this.#context
    const shown = formatRtfVersion(version)
    const status = keyStatus(facts, path.join('.'), version, route)
    const known = schema?.knows(path) ?? null
    if (known === false) return `the definition that is installed does not know this key`
    if (known !== true && status.status === 'later')
      return `Runtime Fabric ${shown} ignores it: upgrade to ${status.since}`
    if (known !== true && status.status === 'unknown') return `Runtime Fabric ${shown} does not know this key`
    if (status.status === 'fixed') return 'Runtime Fabric sets this itself'
    if (controls.includes('service-account-token') && boundAccounts.length > 0) {
      return `applications use the API server, since roles are bound to their accounts: ${boundAccounts.join(', ')}`
    }
    return null
  }
}

function keyOf(path: Path): string {
  return `spec.${path.join('.')}`
}
