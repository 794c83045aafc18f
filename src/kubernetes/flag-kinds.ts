/** How the text of a flag becomes a value, with the letter that the generated table has for it. */
export const flagKinds = {
  boolean: 'B',
  /** `a=true,b=false`, and further ones where it is repeated. */
  booleanMap: 'G',
  /** Separated by commas; the last one given counts as a whole. */
  commaList: 'C',
  integer: 'I',
  /** One element each time. */
  list: 'L',
  map: 'M',
  number: 'N',
  /** Separated by commas, and further ones where it is repeated. */
  slice: 'A',
  text: 'S'
} as const

export type FlagKind = keyof typeof flagKinds
