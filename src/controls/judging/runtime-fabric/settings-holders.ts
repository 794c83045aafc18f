import { type Mapping, mappingAt } from '../../../estate/mapping.ts'
import { groupOf, type Resource } from '../../../estate/resource.ts'
import { rtfGroup, rtfKinds } from '../../../rtf/facts/names.ts'

/** The kinds whose `spec` sets something of the pods of Mule applications. */
export const settingsHolders: readonly string[] = [rtfKinds.template, rtfKinds.application]

/** True for an object of one of Runtime Fabric's kinds: others may share their names. */
export function isOfRtf({ apiVersion }: Resource): boolean {
  return groupOf(apiVersion) === rtfGroup
}

/** What a KubernetesTemplate or a MuleApplication says of pods. */
export function podSettings({ object }: Resource): Mapping {
  return mappingAt(mappingAt(object, 'spec') ?? {}, 'pod') ?? {}
}

/** `template` or `application`, as a message names the object. */
export function holderNoun({ kind }: Resource): string {
  return kind === rtfKinds.template ? 'the template' : 'the application'
}
