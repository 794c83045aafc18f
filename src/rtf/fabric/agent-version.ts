import type { Resource } from '../../estate/resource.ts'
import { labelsOf } from '../../estate/selectors.ts'
import type { RtfFacts } from '../facts/facts.ts'
import { versionImages } from '../facts/images.ts'
import { parseRtfVersion, type RtfVersion } from '../facts/version.ts'
import { rtfImageOf } from './image-name.ts'
import type { PodsOf } from './pods-of.ts'

/** The version that is installed, and what shows it. */
export interface InstalledVersion {
  readonly version: RtfVersion
  readonly shownBy: string
}

/**
 * The version of an agent: by the tag of its image, else by the chart's labels, else as the user says.
 * @param agent Null where no agent was read.
 */
export function agentVersion(agent: Resource | null, facts: RtfFacts, pods: PodsOf): InstalledVersion | null {
  const shown = agent === null ? null : (versionOfImage(agent, facts, pods) ?? versionOfChart(agent))
  if (shown !== null) return shown
  const version = facts.version === null ? null : parseRtfVersion(facts.version)
  return version === null ? null : { version, shownBy: 'bulwark.yaml' }
}

function versionOfImage(agent: Resource, facts: RtfFacts, pods: PodsOf): InstalledVersion | null {
  const images = pods(agent)
    .flatMap((pod) => pod.containers)
    .flatMap(({ object }) => rtfImageOf(facts, object.image) ?? [])
  for (const wanted of versionImages) {
    const tag = images.find(({ name }) => name === wanted)?.reference.tag ?? null
    const version = tag === null ? null : parseRtfVersion(tag)
    if (version !== null) return { version, shownBy: `the tag of image ${wanted}` }
  }
  return null
}

function versionOfChart(agent: Resource): InstalledVersion | null {
  const labels = labelsOf(agent)
  const chart = labels['helm.sh/chart']
  const ofChart = typeof chart === 'string' ? parseRtfVersion(chart.replace(/^rtf-agent-/, '')) : null
  if (ofChart !== null) return { version: ofChart, shownBy: 'label helm.sh/chart of the agent' }
  const stated = labels['app.kubernetes.io/version']
  const version = typeof stated === 'string' ? parseRtfVersion(stated) : null
  return version === null ? null : { version, shownBy: 'label app.kubernetes.io/version of the agent' }
}
