import { YamlFault } from '../problem.ts'

// go-yaml's reader takes this many bytes at a time, and refuses control characters in all that it took.
const blockSize = 512

/**
 * Refuses the forbidden character at `at` as go-yaml does: anywhere in the blocks that it read to find the
 * document's end at `end`, but not in what it never read.
 */
export function refuseForbidden(text: string, at: number, end: number): void {
  if (at <= end || at < endOfBlock(text, end)) throw forbiddenCharacter(text, at)
}

function forbiddenCharacter(text: string, at: number): YamlFault {
  const code = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const message = `the control character U+${code} may not stand in YAML; in double quotes it can be an escape`
  return new YamlFault(at, message)
}

/** Where the block ends that holds the character at `offset`. A block never ends inside a character. */
function endOfBlock(text: string, offset: number): number {
  let bytes = 0
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    const width = utf8Width(code)
    if (bytes + width > blockSize) {
      if (at > offset) return at
      bytes = 0
    }
    bytes += width
    at += code > 0xffff ? 2 : 1
  }
  return text.length
}

function utf8Width(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
