import { isMapping, mappingAt, stringAt } from '../../../estate/mapping.ts'
import type { Container, PodView } from '../../../estate/workload.ts'

/** Commands that end with an error for anybody but root. */
const rootsCommands =
  /(?:^|[\s;&|(/])(chown|chgrp|sysctl|iptables|ip6tables|nft|mount|umount|modprobe|insmod|nsenter|chroot|apt-get|apt|apk|yum|dnf|microdnf|useradd|adduser|groupadd|setcap|su|sudo|gosu|su-exec|mknod|losetup|mkfs\S*)\s/

/** For what a container has use for root, as a manifest shows it; null where it shows none. */
export function rootUse(pod: PodView, { object }: Container): string | null {
  const context = mappingAt(object, 'securityContext') ?? {}
  if (context.privileged === true) return 'is privileged'
  const added = mappingAt(context, 'capabilities')?.add
  if (Array.isArray(added) && added.some((name) => name !== 'NET_BIND_SERVICE')) return 'is given capabilities'
  const hostVolumes = hostPathVolumes(pod)
  if (listOf(object.volumeMounts).some((mount) => hostVolumes.has(mount.name))) return 'uses files of the node'
  if (listOf(object.volumeDevices).length > 0) return 'uses a block device'
  const used = rootsCommand({ object })
  return used === null ? null : `runs ${used}`
}

/** A command in what a container runs that ends with an error for anybody but root; null for none. */
export function rootsCommand({ object }: Pick<Container, 'object'>): string | null {
  return rootsCommands.exec(`${commandText(object.command, object.args)} `)?.[1] ?? null
}

function hostPathVolumes({ spec }: PodView): ReadonlySet<unknown> {
  return new Set(
    listOf(spec.volumes).flatMap((volume) => (isMapping(volume.hostPath) ? [stringAt(volume, 'name')] : []))
  )
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isMapping) : []
}

function commandText(...lists: readonly unknown[]): string {
  return lists.flatMap((list) => (Array.isArray(list) ? list.map(String) : [])).join(' ')
}
