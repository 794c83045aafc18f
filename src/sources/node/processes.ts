import { type ComponentName, componentNames } from '../../estate/components/component.ts'
import type { NodeRoot } from './node-root.ts'

/** A program of the cluster that runs on the node. */
export interface RunningComponent {
  readonly component: ComponentName
  /** The whole command line. */
  readonly command: readonly string[]
  readonly path: string
}

const names: ReadonlySet<string> = new Set(componentNames)

/** What runs on the node, as far as its `/proc` is there. */
export function runningComponents(root: NodeRoot): RunningComponent[] {
  return root
    .names('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const path = `/proc/${name}/cmdline`
      const command = (root.text(path) ?? '')
        .split('\0')
        .filter((word, index, all) => index < all.length - 1 || word !== '')
      const program = (command[0] ?? '').slice((command[0] ?? '').lastIndexOf('/') + 1)
      return isComponent(program) ? [{ component: program, command, path }] : []
    })
}

function isComponent(name: string): name is ComponentName {
  return names.has(name)
}
