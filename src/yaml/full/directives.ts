import { YamlFault } from '../problem.ts'
import type { Scanner } from './scanner.ts'
import type { Token } from './token.ts'

/** Tag prefixes by handle. */
export type TagHandles = ReadonlyMap<string, string>

const defaultHandles: TagHandles = new Map([
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:']
])

/** Takes the directives before a document and returns the tag handles that hold in it. */
export function takeDirectives(scanner: Scanner): TagHandles {
  const handles = new Map<string, string>()
  let version: string | undefined
  for (;;) {
    const token = scanner.peek()
    if (token.kind === 'version-directive') version = takeVersion(token, version)
    else if (token.kind === 'tag-directive') addHandle(handles, token)
    else return new Map([...defaultHandles, ...handles])
    scanner.next()
  }
}

function takeVersion(token: Token, earlier: string | undefined): string {
  if (earlier !== undefined) throw new YamlFault(token.start, 'a document has one %YAML directive at most')
  const [major, minor] = token.value.split('.').map(Number)
  if (major !== 1 || minor !== 1)
    throw new YamlFault(token.start, 'Kubernetes reads YAML 1.1 and refuses other versions: remove this line')
  return token.value
}

function addHandle(handles: Map<string, string>, token: Token): void {
  if (handles.has(token.value)) throw new YamlFault(token.start, `a second %TAG directive for ${token.value}`)
  handles.set(token.value, token.suffix)
}
