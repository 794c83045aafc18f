/**
 * Breaks text between words into lines of at most `width` columns; a longer word stays whole.
 * @param width Null for one line, however long: what reads it by program looks for whole sentences.
 */
export function wrap(text: string, width: number | null): string[] {
  if (width === null || text.length <= width) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines
}
