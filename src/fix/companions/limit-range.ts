import { formatPath } from '../../estate/path.ts'
import { formatAmount, type Measure, measures, needsOf, roundedUp } from './amount.ts'
import type { Companion } from './companion.ts'
import { companionControls } from './companion-controls.ts'
import { boundedContainers, chosenDefaults } from './container-defaults.ts'
import type { NamespaceContents } from './namespace-contents.ts'
import { objectNamed } from './object-named.ts'
import { shortList } from './short-list.ts'
import { workloadName } from './workload-name.ts'

/** A LimitRange for a namespace that has none; null where there is one. */
export function limitRangeCompanion(contents: NamespaceContents): Companion | null {
  if (contents.resources.some(({ kind, apiVersion }) => kind === 'LimitRange' && apiVersion === 'v1')) return null
  const { name } = contents
  const defaults = chosenDefaults(contents)
  const amounts = (values: Readonly<Record<Measure, number | null>>): Record<Measure, string> => ({
    cpu: formatAmount('cpu', values.cpu ?? 0),
    memory: formatAmount('memory', values.memory ?? 0)
  })
  const silent = silentContainers(contents)
  const isWhole = contents.pods.length > 0 && contents.unseen.length === 0
  const value = objectNamed('v1', 'LimitRange', contents, 'container-limits', {
    spec: {
      limits: [
        {
          type: 'Container',
          default: amounts(defaults.limits),
          defaultRequest: amounts(defaults.requests),
          // Where not everything is seen, something may be larger than all that is.
          ...(isWhole ? { max: amounts(largest(contents, defaults.limits)) } : {})
        }
      ]
    }
  })
  return {
    namespace: name,
    theme: 'limit-range',
    controls: companionControls['limit-range'],
    grade: silent.length === 0 && isWhole ? 'safe' : 'review',
    argument: argumentFor(contents, silent),
    objects: [
      {
        value,
        comments: [
          {
            path: [],
            lines: [
              `What a container of namespace ${name} gets that says nothing itself, and the most that one may ask for.`
            ]
          },
          {
            path: ['spec', 'limits', 0, 'default'],
            lines: ['Limits: what is usual here, and at least twice what any container without a limit requests.']
          },
          { path: ['spec', 'limits', 0, 'max'], lines: ['Twice the largest limit that is in use.'] }
        ]
      }
    ],
    changes: [],
    notes:
      silent.length === 0
        ? []
        : [`These get limits that they did not have, from the next time their pods are made: ${shortList(silent)}`]
  }
}

function argumentFor({ pods, unseen }: NamespaceContents, silent: readonly string[]): string {
  if (pods.length === 0) return 'What runs in this namespace is not part of the input, so its needs are not known.'
  if (silent.length > 0) return 'Containers without a limit get one: whoever knows them must say whether it is enough.'
  return unseen.length > 0
    ? 'Pods that operators make are not part of the input, so their needs are not known.'
    : 'Every container states its limits, which stay as they are; only new ones are bounded.'
}

/** Containers that the defaults would limit, by workload. */
function silentContainers({ pods }: NamespaceContents): string[] {
  const found = pods.flatMap((view) => {
    const names = view.containers
      .filter(
        ({ type, object }) =>
          type !== 'ephemeral' && measures.some((measure) => needsOf(object).limits[measure] === null)
      )
      .map(({ name, list, index }) => name ?? formatPath([list, index]))
    return names.length === 0 ? [] : [`${workloadName(view.resource)} (${names.join(', ')})`]
  })
  // Each environment may have its own manifest of a workload.
  return [...new Set(found)]
}

function largest(
  contents: NamespaceContents,
  defaults: Readonly<Record<Measure, number | null>>
): Record<Measure, number> {
  const needs = boundedContainers(contents).map(({ object }) => needsOf(object))
  const of = (measure: Measure): number => {
    const used = needs.flatMap(({ limits, requests }) => [limits[measure] ?? 0, requests[measure] ?? 0])
    return roundedUp(measure, 2 * Math.max(defaults[measure] ?? 0, ...used))
  }
  return { cpu: of('cpu'), memory: of('memory') }
}
