/**
 * CEL about the path of a hostPath volume. Paths are compared in normal form, without empty and `.` segments and the
 * leading slash, since `/etc/`, `//etc` and `/./etc` are one folder; the API server refuses `..`. The root of the
 * node is the empty path.
 */

const segments = "self.hostPath.?path.orValue('').split('/').filter(part, !(part in ['', '.']))"

/** True unless the volume is a hostPath at exactly one of `paths`. */
export function hostPathIs(...paths: string[]): string {
  return `(!has(self.hostPath) || !(${segments}.join('/') in ${JSON.stringify(paths)}))`
}

/** True unless the volume is a hostPath at one of `paths` or below. */
export function hostPathUnder(...paths: string[]): string {
  const folders = JSON.stringify(paths.map((path) => `${path}/`))
  return `(!has(self.hostPath) || !${folders}.exists(folder, (${segments}.join('/') + '/').startsWith(folder)))`
}

/** True unless the volume is a hostPath with one of `names` among the folders of its path. */
export function hostPathThrough(...names: string[]): string {
  return `(!has(self.hostPath) || !${segments}.exists(part, part in ${JSON.stringify(names)}))`
}
