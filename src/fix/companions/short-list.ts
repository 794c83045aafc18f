const most = 6

/** The first of some names, and how many more there are. */
export function shortList(names: readonly string[], separator = ', '): string {
  if (names.length <= most) return names.join(separator)
  return `${names.slice(0, most).join(separator)} and ${names.length - most} more`
}
