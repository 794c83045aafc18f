/** Order of dotted version numbers: `1.9` before `1.10`, `2` before `2.1`. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The value under the highest version that is not above `version`. */
export function valueAtVersion<Value>(values: Readonly<Record<string, Value>>, version: string): Value | undefined {
  let chosen: string | undefined
  for (const since of Object.keys(values)) {
    if (compareVersions(since, version) > 0) continue
    if (chosen === undefined || compareVersions(since, chosen) > 0) chosen = since
  }
  return chosen === undefined ? undefined : values[chosen]
}
