import type { Path } from '../../estate/path.ts'

/** `.Values.image.pullPolicy`, also behind a dollar sign or a root that a template passes on. */
const dotted = /\.Values((?:\.[A-Za-z_]\w*)+)/g

/** `index .Values "image" "tag"`, the way to keys with dashes. */
const indexed = /index\s+\$?\.?[\w.]*\.?Values((?:\s+"[^"]*")+)/g

/** The values that a template names, as far as it names them by their whole path. */
export function valuesNamedIn(template: string): Path[] {
  const found = new Map<string, Path>()
  for (const [, steps = ''] of template.matchAll(dotted)) found.set(steps, steps.slice(1).split('.'))
  for (const [, steps = ''] of template.matchAll(indexed)) {
    const path = [...steps.matchAll(/"([^"]*)"/g)].map(([, step = '']) => step)
    found.set(`.${path.join('.')}`, path)
  }
  return [...found.values()]
}
