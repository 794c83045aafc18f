/**
 * What a terminal would act on instead of showing it: control characters of ASCII and Latin-1, line separators, and
 * marks that change the direction of the text around them, with which a name can pose as another.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are to be replaced
const acting = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** Text from outside, safe to print on one line. A tab becomes a space, any other such character `�`. */
export function printable(text: string): string {
  return text.replace(acting, (character) => (character === '\t' ? ' ' : '\ufffd'))
}

/** The same for text of several lines. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n')
}
