import { isMapping } from '../../estate/mapping.ts'
import { changed } from '../../yaml/edit/changed.ts'
import type { CommentedValue } from '../../yaml/write/commented-value.ts'
import { rtfApiVersion, rtfKinds, templateName } from '../facts/names.ts'
import { hardenedSettings } from './hardened-settings.ts'
import { planSettings, type SettingsContext, type SettingsPlan } from './plan-settings.ts'

/** A KubernetesTemplate with every setting that the version takes; null where it takes none. */
export function newTemplate(
  namespace: string,
  context: SettingsContext
): { readonly template: CommentedValue | null; readonly plan: SettingsPlan } {
  const bare = {
    apiVersion: rtfApiVersion,
    kind: rtfKinds.template,
    metadata: { name: templateName, namespace },
    spec: {}
  }
  const plan = planSettings(bare, context)
  const value = changed(bare, plan.changes)
  if (plan.changes.length === 0 || !isMapping(value)) return { template: null, plan }
  const comments = hardenedSettings
    .filter(({ path }) => plan.set.some(({ key }) => key === `spec.${path.join('.')}`))
    .map(({ path, why }) => ({ path: ['spec', ...path], lines: [why] }))
  return { template: { value, comments: [{ path: [], lines: headline }, ...comments] }, plan }
}

const headline = [
  'For every Mule application that Runtime Manager deploys from now on; one that runs takes it when it is redeployed.',
  'User, group, privileges, capabilities and the root file system are set by Runtime Fabric and cannot be set here.'
]
