import { isMapping } from '../../../estate/mapping.ts'
import { type Container, containerPath, type PodView } from '../../../estate/workload.ts'
import type { Change } from '../../../yaml/edit/change.ts'
import type { Knowledge } from '../../knowledge.ts'
import type { NamedRepair } from '../../propose.ts'
import { writtenFolders } from './written-folders.ts'

/** Makes the root file system read-only, with an emptyDir for each folder that the program writes. */
export const readOnlyRootRepair: NamedRepair = ({ pod, container, field, control }, { grade }, { knowledge }) => {
  if (pod === null || container === null) return { kind: 'no-fix', reason: control.remedy }
  const written = writtenFolders(container, knowledge)
  if ('reason' in written) return { kind: 'choice', reason: written.reason }
  const changes: Change[] = [{ path: field, set: true }, ...mounts(pod, container, written.folders, knowledge)]
  return { grade, argument: written.argument, changes }
}

function mounts(pod: PodView, container: Container, folders: readonly string[], knowledge: Knowledge): Change[] {
  const { spec, specPath } = pod
  const volumes = listOf(spec.volumes)
  const mounted = listOf(container.object.volumeMounts)
  const open = folders.filter((folder) => !isMounted(folder, mounted))
  const names = volumeNames(pod, knowledge)
  return open.flatMap((folder, index): Change[] => {
    const name = names.get(nameKey(container, folder)) ?? plainName(container, folder)
    return [
      { path: [...specPath, 'volumes', volumes.length + index], set: { name, emptyDir: {} } },
      {
        path: [...containerPath(pod, container), 'volumeMounts', mounted.length + index],
        set: { name, mountPath: folder }
      }
    ]
  })
}

/** A folder in a volume is writable already, unless the volume is mounted read-only. */
function isMounted(folder: string, mountsOf: readonly unknown[]): boolean {
  return mountsOf.some((mount) => {
    const path: unknown = isMapping(mount) ? mount.mountPath : undefined
    if (typeof path !== 'string') return false
    const whole = path.replace(/\/+$/, '')
    return folder === whole || folder.startsWith(`${whole}/`)
  })
}

/** A name for each new volume of the pod that no other has, the same for whichever container asks first. */
function volumeNames(pod: PodView, knowledge: Knowledge): ReadonlyMap<string, string> {
  const taken = new Set(listOf(pod.spec.volumes).map((volume) => (isMapping(volume) ? volume.name : undefined)))
  const names = new Map<string, string>()
  for (const container of pod.containers) {
    const written = writtenFolders(container, knowledge)
    if ('reason' in written) continue
    for (const folder of written.folders) {
      const plain = plainName(container, folder)
      let name = plain
      for (let number = 2; taken.has(name); number++) name = `${plain.slice(0, 59)}-${number}`
      taken.add(name)
      names.set(nameKey(container, folder), name)
    }
  }
  return names
}

function nameKey({ list, index }: Container, folder: string): string {
  return `${list}/${index}${folder}`
}

/** A DNS label that says whose folder it is: `app-var-cache-nginx`. */
function plainName({ name }: Container, folder: string): string {
  const words = `${name ?? 'container'}${folder}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return words.slice(0, 63).replace(/^-+|-+$/g, '')
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
