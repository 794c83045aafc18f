/** How the generated table writes the types of fields: a letter, for lists and maps before that of what they hold. */
export const fieldCodes = {
  any: 'J',
  boolean: 'B',
  bytes: 'Y',
  int32: 'I',
  int64: 'L',
  intOrString: 'X',
  list: 'A',
  map: 'M',
  microTime: 'U',
  number: 'N',
  /** Followed by the number of the type in base 36. */
  object: 'O',
  quantity: 'Q',
  string: 'S',
  time: 'T'
} as const

export type FieldCode = typeof fieldCodes
