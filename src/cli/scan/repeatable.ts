const longest = 60

/** Standard input is gone; what was asked for already is not suggested. */
const final = /^(-|-o.*|--output\b.*|--severity\b.*)$/

/**
 * The command line as the user could type it again with more options; null where that is no help, or it is too long to
 * be read at a glance.
 * @param words What followed `bulwark`.
 */
export function repeatable(words: readonly string[]): string | null {
  if (words.some((word) => final.test(word))) return null
  const command = ['bulwark', ...words.map(quoted)].join(' ')
  return command.length <= longest ? command : null
}

/** As a POSIX shell takes it for one word. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
