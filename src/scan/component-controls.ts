import type { Control } from '../controls/control.ts'
import { type Component, standing } from '../estate/components/component.ts'
import { nodeGroup } from '../estate/components/node-component.ts'
import { nodeFileKind } from '../estate/components/node-file-roles.ts'
import { groupOf, type Resource } from '../estate/resource.ts'
import type { Plan } from './plan.ts'

/** The selected controls that have something to say about a resource's components: those whose setting is not elsewhere. */
export function componentControls({ components: planned }: Plan, components: readonly Component[]): Set<Control> {
  return new Set(
    components.flatMap((component) =>
      (planned.get(component.name)?.rules ?? [])
        .filter(({ at }) => standing(component, at) !== 'elsewhere')
        .map(({ control }) => control)
    )
  )
}

/** The selected controls about a file of a node; undefined for any other resource. */
export function fileControls(
  { files }: Plan,
  { apiVersion, kind, object: { role } }: Resource
): ReadonlySet<Control> | undefined {
  if (kind !== nodeFileKind || groupOf(apiVersion) !== nodeGroup || typeof role !== 'string') return undefined
  return files.get(role)?.controls
}
