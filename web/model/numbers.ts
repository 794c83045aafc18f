/** `1,234`. */
export function grouped(number: number): string {
  return number.toLocaleString('en')
}

/** `1 file`, `1,234 files`. */
export function counted(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`
}
