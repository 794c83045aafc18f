export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** An object under construction: what is undefined is not written. */
export type Draft = Readonly<Record<string, Json | undefined>>

/** The object without its undefined fields. */
export function written(draft: Draft): { readonly [key: string]: Json } {
  return Object.fromEntries(Object.entries(draft).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

/** Undefined where nothing is set, so that absent objects are as common as empty ones. */
export function writtenOrAbsent(draft: Draft): Json | undefined {
  const object = written(draft)
  return Object.keys(object).length === 0 ? undefined : object
}
