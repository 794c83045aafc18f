import type { NodeRoot } from './node-root.ts'

/** A word of a command line, and where it is written. */
export interface WrittenWord {
  readonly text: string
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
}

interface Assignment {
  readonly key: string
  readonly value: string
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Nearer ones come first: a drop-in of the same name in a later folder does not count. */
const folders = [
  '/etc/systemd/system',
  '/run/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system'
] as const

/**
 * The command that systemd starts a service by, with variables filled in from its unit, its drop-ins and the files that
 * they name. Null where there is no such unit.
 */
export function unitWords(root: NodeRoot, service: string): WrittenWord[] | null {
  const assignments = unitFiles(root, service).flatMap((path) => assignmentsIn(root, path))
  const starts = assignments.filter(({ key }) => key === 'ExecStart')
  // An empty one takes back those before it.
  const start = starts.at(-1)
  if (start === undefined || start.value === '') return null
  const variables = new Map<string, WrittenWord[]>()
  for (const assignment of assignments) {
    if (assignment.key === 'Environment') setVariables(assignment, variables)
    else if (assignment.key === 'EnvironmentFile') readVariables(root, assignment.value.replace(/^-/, ''), variables)
  }
  return wordsIn(start.value, start).flatMap((word) => filledIn(word, variables))
}

function unitFiles(root: NodeRoot, service: string): string[] {
  const unit = folders.map((folder) => `${folder}/${service}.service`).find((path) => root.has(path))
  const dropIns = new Map<string, string>()
  for (const folder of folders.toReversed()) {
    const inside = `${folder}/${service}.service.d`
    for (const name of root.names(inside)) if (name.endsWith('.conf')) dropIns.set(name, `${inside}/${name}`)
  }
  const sorted = [...dropIns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path)
  return unit === undefined ? sorted : [unit, ...sorted]
}

/** `Key=value` lines; one that ends in a backslash goes on. */
function assignmentsIn(root: NodeRoot, path: string): Assignment[] {
  const lines = (root.text(path) ?? '').split('\n')
  const found: Assignment[] = []
  for (let index = 0; index < lines.length; index++) {
    const match = /^([A-Za-z]+)\s*=\s*(.*)$/.exec(lines[index] ?? '')
    if (match === null) continue
    const [whole, key = '', first = ''] = match
    const line = index + 1
    let value = first
    while (value.endsWith('\\') && index + 1 < lines.length)
      value = `${value.slice(0, -1)} ${lines[++index]?.trim() ?? ''}`
    found.push({ key, value: value.trim(), file: root.place(path), line, column: whole.length - first.length + 1 })
  }
  return found
}

function setVariables(assignment: Assignment, variables: Map<string, WrittenWord[]>): void {
  for (const word of wordsIn(assignment.value, assignment)) {
    const equals = word.text.indexOf('=')
    if (equals > 0) variables.set(word.text.slice(0, equals), wordsIn(word.text.slice(equals + 1), word))
  }
}

function readVariables(root: NodeRoot, path: string, variables: Map<string, WrittenWord[]>): void {
  for (const { key, value, file, line, column } of variablesIn(root, path)) {
    const unquoted = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
    variables.set(key, wordsIn(unquoted, { file, line, column }))
  }
}

function variablesIn(root: NodeRoot, path: string): Assignment[] {
  return (root.text(path) ?? '').split('\n').flatMap((text, index) => {
    const match = /^\s*(?:export\s+)?(\w+)=(.*)$/.exec(text)
    if (match === null) return []
    const [, key = '', value = ''] = match
    const column = text.length - value.length + 1
    return [{ key, value: value.trim(), file: root.place(path), line: index + 1, column }]
  })
}

/** `$NAME` becomes the words of the variable, `${NAME}` its text as it is. */
function filledIn(word: WrittenWord, variables: ReadonlyMap<string, readonly WrittenWord[]>): readonly WrittenWord[] {
  const name = /^\$(?:(\w+)|\{(\w+)\})$/.exec(word.text)
  if (name === null) return [word]
  return variables.get(name[1] ?? name[2] ?? '') ?? []
}

function wordsIn(text: string, { file, line, column }: Omit<WrittenWord, 'text'>): WrittenWord[] {
  const words = text.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'])+/g) ?? []
  return words.map((word) => ({ text: word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, '$1$2'), file, line, column }))
}
