import type { ImageFacts, ImageUser } from './facts.ts'

/** What a container starts, of its image and of what the workload says instead. */
export interface Start {
  /** The user with which it starts, unless the workload sets one; null where it is not known. */
  readonly user: ImageUser | null
  /** The user that it then becomes by itself, given that it starts as root; null where it stays what it is or it is not known. */
  readonly becomes: ImageUser | null
  /**
   * Whether it is the image's own program, so that the facts about folders, capabilities and ports are about it; null where
   * a command of the workload's own does not tell.
   */
  readonly isOwnProgram: boolean | null
}

/** Programs that only start another one: what they do stands in the words behind. */
const entrypoints: ReadonlySet<string> = new Set(['docker-entrypoint.sh', 'entrypoint.sh', 'tini', 'dumb-init'])

/**
 * What a container of an image starts. A `command` takes the place of the image's entrypoint, so that nothing gives up root
 * any more where the entrypoint did; `args` only take the place of the default arguments, and an entrypoint looks at the
 * first of them.
 */
export function startOf(
  { declares, drops, repository }: ImageFacts,
  { command, args }: { readonly command?: readonly string[]; readonly args?: readonly string[] }
): Start {
  const hasCommand = command !== undefined && command.length > 0
  const isBypassed = hasCommand && !entrypoints.has(baseName(command[0]))
  const words = isBypassed ? command : behindEntrypoints([...(command ?? []), ...(args ?? [])])
  const [first] = words
  const isNamed = first !== undefined && (drops?.programs ?? []).some((program) => fits(baseName(first), program))
  const isDefault =
    first === undefined ? !hasCommand : !isBypassed && (first.startsWith('-') || first.endsWith('.conf'))
  const isOwn = isNamed || isDefault || (first !== undefined && baseName(first) === baseName(repository))
  const dropsHere = drops !== null && (drops.by === 'workers' ? isOwn : !isBypassed && (isNamed || isDefault))
  return {
    user: declares,
    becomes: dropsHere ? drops.to : null,
    isOwnProgram: isOwn ? true : null
  }
}

function behindEntrypoints(words: readonly string[]): readonly string[] {
  const index = words.findIndex((word) => !entrypoints.has(baseName(word)) && word !== '--')
  return index === -1 ? [] : words.slice(index)
}

function fits(name: string, program: string): boolean {
  return program.endsWith('*') ? name.startsWith(program.slice(0, -1)) : name === program
}

function baseName(path = ''): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
