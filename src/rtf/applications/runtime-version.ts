import type { PodView } from '../../estate/workload.ts'
import { applicationContainers } from '../facts/components.ts'
import { runtimeImage } from '../facts/images.ts'

/** The Mule runtime of an application. */
export interface RuntimeVersion {
  /** Such as `4.9.20`. */
  readonly version: string
  /** Such as `9-java17` or `8e-java17`; null where it is not shown. */
  readonly build: string | null
}

/** The runtime that a pod's image names; null where none does, as with an image that was renamed. */
export function runtimeOfPod({ containers }: PodView): RuntimeVersion | null {
  const main = containers.filter(({ name }) => name === applicationContainers.main)
  for (const { object } of [...main, ...containers]) {
    const [, version, build] = runtimeImage.exec(String(object.image ?? '')) ?? []
    if (version !== undefined) return { version, build: build ?? null }
  }
  return null
}

/** The runtime that a MuleApplication asks for, such as `4.9.20:9-java17`. */
export function runtimeOfText(text: unknown): RuntimeVersion | null {
  const [, version, build] = /^(\d+\.\d+\.\d+)(?::(.+))?$/.exec(String(text ?? '')) ?? []
  return version === undefined ? null : { version, build: build ?? null }
}
