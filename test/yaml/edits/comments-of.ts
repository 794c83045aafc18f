import { Lexer } from 'yaml'

const scalarMark = '\u001f'

/** The comments of a text in order of their text, as another reader of YAML finds them. */
export function commentsOf(text: string): string[] {
  const comments: string[] = []
  let previous = ''
  for (const token of new Lexer().lex(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n'))) {
    if (token.startsWith('#') && previous !== scalarMark) comments.push(token.trimEnd())
    previous = token
  }
  return comments.sort()
}
