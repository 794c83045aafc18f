import type { Framework, FrameworkItem } from '../src/controls/frameworks/framework.ts'
import { frameworks } from '../src/controls/frameworks/frameworks.ts'
import { registry } from '../src/controls/registry.ts'

/** One item of the newest version of a framework, and what answers it. */
export interface CoveredItem {
  readonly item: FrameworkItem
  readonly controls: readonly string[]
}

/** The items of one version of a framework in its order. */
export function coverage(framework: Framework, version: string): CoveredItem[] {
  return framework.items(version).map((item) => ({
    item,
    controls: registry.controls
      .filter((control) => framework.itemsOf(control, version).includes(item.id))
      .map(({ id }) => id)
  }))
}

/** All versions of a framework; one empty name where it has none. */
export function versionsOf({ versions }: Framework): readonly string[] {
  return versions.length === 0 ? [''] : versions
}

/** The page with one table for each framework. */
export function coverageDocument(): string {
  const sections = frameworks
    .map((framework) => ({ framework, version: versionsOf(framework).at(-1) ?? '' }))
    .filter(({ framework, version }) => framework.items(version).length > 0)
    .map(({ framework, version }) => section(framework, version))
  return `<!-- Written by scripts/generate-coverage.ts; do not edit. -->

# Coverage

What Bulwark answers of each framework. **Automatic** items get their verdict from controls alone. For **evidence** items a person puts
on record what no object of a cluster can show, with an end (\`evidence\` in \`bulwark.yaml\`); until then they are unknown.

${sections.join('\n\n')}
`
}

function section(framework: Framework, version: string): string {
  const rows = coverage(framework, version).map(
    ({ item, controls }) =>
      `| ${item.id} | ${item.title} | ${item.evidence === undefined ? 'automatic' : 'evidence'} | ${answer(item, controls)} |`
  )
  const heading = version === '' ? framework.name : `${framework.name} ${version}`
  return [`## ${heading}`, '', '| item | | | answered by |', '|---|---|---|---|', ...rows].join('\n')
}

function answer({ evidence }: FrameworkItem, controls: readonly string[]): string {
  const names = controls.map((id) => `\`${id}\``)
  return [...names, ...(evidence === undefined ? [] : [`_${evidence}_`])].join(', ')
}
