/** One command of a document. */
export interface DocumentCommand {
  readonly command: string
  /** What the document says it prints; null in a `sh` block, which shows commands alone. */
  readonly output: string | null
  /** Where `output` stands in the document, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

const fence = /^```(sh|console)\n(.*?)^```$/gms

/**
 * Every command in the fenced blocks of a Markdown document. In a `sh` block each line is a command; in a `console`
 * block those that begin with `$ ` are, and what follows up to the next is what they print.
 */
export function commandsOf(document: string): DocumentCommand[] {
  return [...document.matchAll(fence)].flatMap((match) => {
    const [, language, body = ''] = match
    const start = match.index + match[0].indexOf('\n') + 1
    return language === 'sh' ? plainCommands(body, start) : shownCommands(body, start)
  })
}

function plainCommands(body: string, start: number): DocumentCommand[] {
  const lines = body.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return lines.map((command) => ({ command, output: null, start, end: start }))
}

function shownCommands(body: string, start: number): DocumentCommand[] {
  return [...body.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)].map((match) => {
    const [whole, command = '', output = ''] = match
    const end = start + match.index + whole.length
    return { command, output, start: end - output.length, end }
  })
}
