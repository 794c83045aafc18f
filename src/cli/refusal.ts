/** Why the operating system refused something, in its own words: `no such file or directory`. */
export function refusal(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message.replace(/^E[A-Z0-9]+: /, '').replace(/, [a-z]+( '.*')?$/s, '')
}
