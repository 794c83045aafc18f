const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

/**
 * Whether no character is taken by both of two JavaScript patterns for one character. Classes name ASCII characters
 * alone, so any other character is as good as the next, those aside that stand for themselves.
 */
export function areDisjoint(one: string, other: string): boolean {
  const [first, second] = [one, other].map((atom) => new RegExp(`^${atom}$`, 'u'))
  return [...ascii, 'é', 'ß', ...one, ...other].every((char) => !(first?.test(char) && second?.test(char)))
}
