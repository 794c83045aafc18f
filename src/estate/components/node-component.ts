import { mappingAt, stringAt } from '../mapping.ts'
import type { Resource } from '../resource.ts'
import { type Component, type ComponentName, componentNames } from './component.ts'
import { toldComponent } from './of-command.ts'

/** The group of what a scan of a node reports. */
export const nodeGroup = 'node.bulwark.dev'

/** A program that runs on a node: its command line, and the configuration file that the command line names. */
export function nodeComponents(resource: Resource): readonly Component[] {
  const { object, kind } = resource
  const name = componentNames.find((candidate) => candidate === stringAt(object, 'component'))
  const { command } = object
  if (kind !== 'NodeComponent' || name === undefined || !Array.isArray(command)) return []
  const words = command.flatMap((text: unknown, index) =>
    index > 0 && typeof text === 'string' ? [{ text, path: ['command', index] }] : []
  )
  const configuration = mappingAt(object, 'configuration')
  return [
    toldComponent({
      name: name satisfies ComponentName,
      resource,
      container: null,
      path: ['command'],
      words,
      configuration: configuration === undefined ? null : { object: configuration, path: ['configuration'] },
      unknown: null
    })
  ]
}
