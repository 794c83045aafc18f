import type { NodeRoot } from './node-root.ts'

/** Distributions that keep their control plane elsewhere, by a folder that gives them away. */
const distributions: readonly (readonly [string, string])[] = [
  ['/var/snap/microk8s', 'MicroK8s: its flags are in files below args, which are not read yet'],
  ['/var/lib/k0s', 'k0s: its control plane runs without static pods, and is not read yet']
]

/** Signs of other distributions, and what of them is not judged. */
export function otherLayouts(root: NodeRoot): [path: string, reason: string][] {
  return distributions.filter(([path]) => root.has(path)).map(([path, what]) => [path, `not judged: this is ${what}`])
}
