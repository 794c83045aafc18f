/**
 * Characters that a document of XML 1.0 cannot hold, not even as references (https://www.w3.org/TR/xml/#charsets), and
 * lone surrogates; besides them what a terminal would act on.
 */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are to be replaced
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g

const special = /[&<>"\t\n\r]/g

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // In attributes a reader would turn these into blanks.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;'
}

/** Text for an attribute in double quotes. What XML forbids becomes `�`. */
export function attributeText(text: string): string {
  return allowed(text).replace(special, (character) => references[character] ?? character)
}

/** Text between tags. */
export function elementText(text: string): string {
  return allowed(text).replace(/[&<>\r]/g, (character) => references[character] ?? character)
}

function allowed(text: string): string {
  return text.toWellFormed().replace(forbidden, '\ufffd')
}
