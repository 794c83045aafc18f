/** RE2 lets any ASCII punctuation be escaped. */
export function isPunctuation(char: string): boolean {
  return /^[!-/:-@[-`{-~]$/.test(char)
}

/** JavaScript's form of a character that stands for itself, outside and inside a class. */
export function escapeCharacter(char: string): string {
  if (/^[\^$\\.*+?()[\]{}|/]$/.test(char)) return `\\${char}`
  return char === '-' ? '\\x2d' : char
}

/** Contents of the classes `\d`, `\w` and `\s`, which are ASCII in RE2, as JavaScript writes them. */
export const shorthands: Readonly<Record<string, string>> = { d: '0-9', w: '0-9A-Za-z_', s: '\\t\\n\\f\\r ' }
