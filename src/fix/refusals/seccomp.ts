import { isMapping, mappingAt } from '../../estate/mapping.ts'
import { containerPath, type PodView } from '../../estate/workload.ts'
import type { Refusal } from './refusal.ts'

const ofPods = 'seccomp.security.alpha.kubernetes.io/pod'
const ofContainers = 'container.seccomp.security.alpha.kubernetes.io/'

/** Profiles that an annotation of old names otherwise than the field (validateSeccompAnnotationsAndFields). */
export function seccompRefusals(view: PodView): readonly Refusal[] {
  const { spec, specPath, meta, containers } = view
  const annotations = mappingAt(meta, 'annotations')
  if (annotations === undefined) return []
  const holders = [
    { key: ofPods, holder: spec, path: specPath },
    ...containers.map((container) => ({
      key: `${ofContainers}${container.name}`,
      holder: container.object,
      path: containerPath(view, container)
    }))
  ]
  return holders.flatMap(({ key, holder, path }) => {
    const annotated = annotations[key]
    const profile = mappingAt(holder, 'securityContext')?.seccompProfile
    if (typeof annotated !== 'string' || !isMapping(profile) || isSame(annotated, profile)) return []
    const fields = [[...path, 'securityContext', 'seccompProfile']]
    return [{ fields, reason: `the API server refuses a seccomp profile beside the annotation ${key}: ${annotated}` }]
  })
}

function isSame(annotated: string, { type, localhostProfile }: Readonly<Record<string, unknown>>): boolean {
  if (type === 'Unconfined') return annotated === 'unconfined'
  if (type === 'RuntimeDefault') return annotated === 'runtime/default' || annotated === 'docker/default'
  return type === 'Localhost' && annotated === `localhost/${String(localhostProfile)}`
}
