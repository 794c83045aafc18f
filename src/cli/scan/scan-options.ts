import { failOnLevels } from '../../config/config.ts'
import { severities } from '../../controls/control.ts'
import { defaultFrameworks, frameworks } from '../../controls/frameworks/frameworks.ts'
import { registry } from '../../controls/registry.ts'
import type { OptionSpec } from '../verb.ts'
import { reportFormats } from './report-formats.ts'

/** Options that say what is judged and by what; every scan-like verb has them. */
export const selectionOptions: readonly OptionSpec[] = [
  {
    name: 'framework',
    short: 'f',
    value: 'NAME[@VERSION]',
    repeatable: true,
    summary: 'Judge by this framework',
    fallback: defaultFrameworks.join(' and '),
    choices: frameworks.map(({ name }) => name)
  },
  {
    name: 'control',
    value: 'ID',
    repeatable: true,
    summary: 'Judge by this control alone (bulwark controls list)',
    choices: registry.controls.map(({ id }) => id)
  },
  { name: 'kube-version', value: '1.N', summary: 'Kubernetes version to assume', fallback: 'the newest known' },
  { name: 'severity', value: 'LEVEL', summary: 'Leave out findings below this severity', choices: severities },
  { name: 'namespace', short: 'n', value: 'NAME', repeatable: true, summary: 'Judge objects of this namespace only' },
  { name: 'kind', value: 'KIND', repeatable: true, summary: 'Judge objects of this kind only' },
  { name: 'exclude', value: 'GLOB', repeatable: true, summary: 'Leave out matching files and folders' },
  { name: 'config', value: 'FILE', summary: 'Configuration', fallback: 'the nearest bulwark.yaml' }
]

/** Options that say which admission policies are judged by besides the controls. */
export const policyOptions: readonly OptionSpec[] = [
  {
    name: 'policies',
    value: 'PATH',
    repeatable: true,
    summary: 'Judge by the admission policies in this file or folder, too'
  },
  { name: 'cluster-policies', summary: 'Judge by the admission policies of the cluster, too' }
]

/** Options that say which live cluster is read, and how. */
export const clusterOptions: readonly OptionSpec[] = [
  { name: 'cluster', summary: 'Judge what a live cluster holds' },
  { name: 'context', value: 'NAME', summary: 'Context of the kubeconfig', fallback: 'the current one' },
  { name: 'kubeconfig', value: 'FILE', summary: 'How to reach the cluster', fallback: 'as for kubectl' },
  {
    name: 'kubelet-config',
    summary: 'Also ask each kubelet for its configuration; needs the right to get nodes/proxy'
  },
  { name: 'timeout', value: 'SECONDS', summary: 'How long the cluster may leave a request unanswered', fallback: '30' }
]

/** Reading a node instead of manifests. */
export const nodeOptions: readonly OptionSpec[] = [
  {
    name: 'node',
    summary: 'Each PATH is the root of a node, or a copy of it: judge its files and flags (/ without PATH)'
  }
]

/** Options that say how charts and overlays are rendered. */
export const renderOptions: readonly OptionSpec[] = [
  {
    name: 'render',
    value: 'WHEN',
    summary: 'Render Helm charts and Kustomize folders, or read their files as they stand',
    fallback: 'auto',
    choices: ['auto', 'never']
  },
  { name: 'values', value: 'FILE', repeatable: true, summary: 'Values file for Helm charts' },
  { name: 'set', value: 'KEY=VALUE', repeatable: true, summary: 'Value for Helm charts' },
  { name: 'release', value: 'NAME', summary: 'Release name for Helm charts' },
  { name: 'allow-remote', summary: 'Let rendering fetch remote bases and charts' }
]

/** Options that say what counts. */
export const failureOptions: readonly OptionSpec[] = [
  {
    name: 'fail-on',
    value: 'LEVEL',
    summary: 'Exit code 1 from this severity on',
    fallback: 'high',
    choices: failOnLevels
  },
  { name: 'fail-on-unknown', summary: 'Exit code 1 for verdicts that could not be reached, too' },
  { name: 'no-inline-exceptions', summary: 'Let no annotation of a manifest except it' }
]

/** Options that say what comes out. */
export const resultOptions: readonly OptionSpec[] = [
  {
    name: 'output',
    short: 'o',
    value: 'FORMAT[=FILE]',
    repeatable: true,
    summary: 'Report to standard output or a file',
    fallback: 'text',
    choices: reportFormats
  },
  ...failureOptions,
  {
    name: 'baseline',
    value: 'FILE',
    summary: 'Count only what is not in this file; where there is none, record the findings there'
  },
  { name: 'update-baseline', summary: 'Record the findings in the baseline anew' },
  { name: 'show-passed', summary: 'List what passed, too' },
  { name: 'test-controls', summary: 'Judge nothing but the examples of your own controls' }
]
