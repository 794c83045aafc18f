import { formatRtfVersion } from '../../rtf/facts/version.ts'
import type { HardenedFabric, HardenedObject } from '../../rtf/template/harden-fabric.ts'
import type { SettingsPlan } from '../../rtf/template/plan-settings.ts'
import { jsonOf } from '../json-text.ts'
import type { AdmissionCover } from './admission-cover.ts'
import type { InspectionInput } from './inspection-input.ts'

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
export const hardeningSchemaVersion = 1

/** What becomes of one file. */
export interface FileDiff {
  readonly file: string
  readonly isNew: boolean
  /** Unified. */
  readonly diff: string
}

/** What `bulwark rtf template` plans, as JSON. */
export function hardeningJson(
  fabrics: readonly HardenedFabric[],
  admission: readonly AdmissionCover[],
  files: readonly FileDiff[],
  problems: readonly string[],
  { errors }: Pick<InspectionInput, 'errors'>
): string {
  return `${jsonOf({
    schemaVersion: hardeningSchemaVersion,
    fabrics: fabrics.map(fabricObject),
    admission,
    files,
    problems,
    errors: errors.map(({ file, line, column, message }) => ({ file, line, column, message }))
  })}\n`
}

function fabricObject(fabric: HardenedFabric): object {
  const { namespace, version, templates, newTemplate, applications, redeployed, policies, kept } = fabric
  return {
    namespace,
    version: formatRtfVersion(version),
    newTemplate: newTemplate === null ? null : planObject(newTemplate.plan),
    objects: [...templates, ...applications].map(hardenedObject),
    redeployed: redeployed.map(({ namespace: within, name }) => ({ namespace: within, name })),
    policies: policies.map(({ namespace: within, name }) => ({ namespace: within, name })),
    kept
  }
}

function hardenedObject({ resource, plan }: HardenedObject): object {
  const { kind, namespace, name, origin } = resource
  return { kind, namespace, name, file: origin.file, ...planObject(plan) }
}

function planObject({ set, left, ineffective }: SettingsPlan): object {
  return { set, left, ineffective }
}
