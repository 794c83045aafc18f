import { nodeGroup } from '../../estate/components/node-component.ts'
import type { Mapping } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import { makeResource, type Resource } from '../../estate/resource.ts'
import { locateAll } from '../../yaml/locate.ts'
import { bareUnit, type Locate, type Position, type SourceUnit } from '../unit.ts'
import type { WrittenWord } from './unit-words.ts'

/** A program of a node as a resource. */
export function componentResource(file: string, fields: Mapping & { readonly component: string }): Resource {
  const object = {
    apiVersion: `${nodeGroup}/v1`,
    kind: 'NodeComponent',
    metadata: { name: fields.component },
    ...fields
  }
  return makeResource(object.apiVersion, object.kind, object, { file, document: 0, prefix: [] })
}

/** A program whose words stand in several places, or nowhere. */
export function componentUnit(
  file: string,
  fields: Mapping & { readonly component: string; readonly command: readonly string[] },
  written: readonly WrittenWord[]
): SourceUnit {
  const locate = written.length === 0 ? nowhere : locator(fields.command, written, undefined)
  return bareUnit(file, { resources: [componentResource(file, fields)], locate })
}

/** For what no line of a file says. */
export const nowhere: Locate = (_, paths) => paths.map(() => null)

/** Words stand in the unit of systemd or a file that it names, fields in the configuration file. */
export function locator(
  command: readonly string[],
  written: readonly WrittenWord[],
  read: SourceUnit | undefined
): Locate {
  return (_, paths) => paths.map((path) => placeOf(path, command, written, read))
}

function placeOf(
  [first, second, ...rest]: Path,
  command: readonly string[],
  written: readonly WrittenWord[],
  read: SourceUnit | undefined
): Position | null {
  if (first === 'configuration') {
    const [document] = read?.documents ?? []
    if (read === undefined || document === undefined) return null
    const [position] = locateAll(read.text, document, [second === undefined ? [] : [second, ...rest]])
    return position === undefined ? null : { file: read.file, document: 0, ...position }
  }
  const text = typeof second === 'number' ? command[second] : command[0]
  const word = written.findLast((one) => one.text === text) ?? written[0]
  if (word === undefined) return null
  const { file, line, column } = word
  return { file, document: 0, line, column, located: word.text === text && second !== undefined ? 'exact' : 'parent' }
}
