import type { Framework } from '../../controls/frameworks/framework.ts'
import { frameworks } from '../../controls/frameworks/frameworks.ts'
import { podSecurityChecks } from '../../controls/frameworks/pod-security-checks.ts'

/** What a finding's `maps` call a framework, and what users do. */
const frameworkNames: Readonly<Record<string, string>> = { owasp: 'owasp-k8s' }

/**
 * Titles of framework items: framework → item → title. Where items changed between versions, those of the selected one
 * count, else of the newest. Items without a title of their own are left out.
 *
 * @param maps The items that findings name.
 * @param selected The selected frameworks, such as `cis@1.8`.
 */
export function itemTitles(
  maps: Iterable<Readonly<Record<string, readonly string[]>>>,
  selected: readonly string[]
): Record<string, Record<string, string>> {
  const titles: Record<string, Record<string, string>> = {}
  for (const map of maps) {
    for (const [name, items] of Object.entries(map)) {
      const known = titlesOf(name, selected)
      const own = items.flatMap((item) => {
        const title = known.get(item)
        return title === undefined ? [] : [[item, title] as const]
      })
      titles[name] = { ...titles[name], ...Object.fromEntries(own) }
    }
  }
  return titles
}

function titlesOf(name: string, selected: readonly string[]): ReadonlyMap<string, string> {
  if (name === 'pss') return new Map(podSecurityChecks.map(({ id, title }) => [id, title]))
  const framework = frameworks.find((candidate) => candidate.name === (frameworkNames[name] ?? name))
  if (framework === undefined) return new Map()
  const items = versionsOf(framework, selected).flatMap((version) => framework.items(version))
  return new Map(items.map(({ id, title }) => [id, title]))
}

/** The selected versions; those after count more. Only section 5 of the CIS may be selected: it has the same numbers. */
function versionsOf({ name, versions }: Framework, selected: readonly string[]): readonly string[] {
  const chosen = selected.flatMap((label) => {
    const [own = '', version] = label.split('@')
    return version !== undefined && (own === name || own.startsWith(`${name}-`)) ? [version] : []
  })
  return chosen.length > 0 ? chosen : [versions.at(-1) ?? '']
}
