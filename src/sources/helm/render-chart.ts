import { resolve } from 'node:path'
import type { SourceOptions } from '../options.ts'
import { runTool } from '../rendered/run-tool.ts'
import type { Chart } from './chart.ts'

/** Helm's own rule, which also keeps a name from being taken for an option. */
function isReleaseName(name: string): boolean {
  return name.length <= 53 && name.split('.').every((part) => /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(part))
}

/**
 * Renders a chart with the user's own `helm`, which needs no cluster for it: custom resource definitions included, no
 * plug-in, no post-renderer. With `allowRemote` missing dependencies are not fetched either: that would write into the
 * user's chart.
 */
export function renderChart(
  folder: string,
  chart: Chart,
  options: SourceOptions
): { text: string } | { problem: string } {
  const release = options.release ?? (isReleaseName(chart.name) ? chart.name : 'release')
  if (!isReleaseName(release)) return { problem: `"${release}" cannot be a release name` }
  const args = ['template', release, resolve(folder), '--include-crds', '--namespace=default']
  if (options.kubeVersion !== undefined) args.push(`--kube-version=${options.kubeVersion}`)
  for (const file of options.values ?? []) args.push(`--values=${file}`)
  for (const value of options.set ?? []) args.push(`--set=${value}`)
  const run = runTool('helm', args, options.allowRemote ?? false)
  if ('absent' in run) return { problem: 'helm is not installed' }
  return 'problem' in run ? run : { text: run.stdout }
}
