import type { SourceUnit } from '../unit.ts'
import { readNode } from './read-node.ts'

/** Reads several nodes, one after the other. */
export function* readNodes(folders: readonly string[]): Generator<SourceUnit> {
  for (const folder of folders) yield* readNode(folder)
}
