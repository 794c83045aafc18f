import { isPlaceholder, shapeOf } from './shapes.ts'

/** Names under which a password stands: any value is one. */
const passwordName = /(?:^|[_.\-[\s]|[a-z])(?:pass(?:word|wd|phrase)|PASS(?:WORD|WD|PHRASE))$|(?:^|[_.-])(?:pwd|pass)$/i

/** Names under which a key or token stands, but also names of such things: the value has to look random. */
const keyName =
  /(?:^|[_.-]|[a-z])(?:secret|token|api[_.-]?key|access[_.-]?key|secret[_.-]?key|private[_.-]?key|signing[_.-]?key|encryption[_.-]?key|auth[_.-]?key|credentials?)$/i

/** Of these names, those under which no name of an object stands: what somebody chose himself is a key, too. */
const valueKeyName = /(?:^|[_.-])(?:api[_.-]?key|access[_.-]?key|secret[_.-]?key)$/i

/** Names in Secrets for the encryption of volumes, where words may be the key. */
const volumeKeyName = /(?:^|[_.-])(?:crypto|encryption|luks)[_.-]?(?:key|passphrase)(?:[_.-]value)?$/i

/** Values of other kinds that stand under such names: paths, addresses, names of objects, types. */
const otherValue =
  /^(?:\.{0,2}\/\S*|~\/\S*|[a-z][a-z0-9+.-]*:\/\/\S*|[A-Za-z]:\\\S*|[\w.-]+\.(?:txt|ya?ml|json|pem|key|crt|file|env|properties|svc|local)|[\w-]+\/[\w./-]+)$/

/** Fewer bits for each character are words, not chance. */
const randomBits = 3
const shortestKey = 16

/**
 * What kind of credential stands under a name, judged by both; null for none.
 * @param name Of a variable, key, property or option.
 */
export function credentialUnder(name: string, value: string): string | null {
  const shape = shapeOf(value)
  if (shape !== null || value.length < 2) return shape
  const isPassword = passwordName.test(name)
  if (!isPassword && !keyName.test(name)) return null
  const text = value.trim().replace(/^(["'])(.*)\1$/, '$2')
  if (isPlaceholder(text) || otherValue.test(text) || isSame(name, text)) return null
  if (isPassword) return /\s/.test(text) || text.length > 200 ? null : 'a password'
  return looksRandom(text) || (valueKeyName.test(name) && looksChosen(text)) ? 'a key or token' : null
}

/** A credential in a value of a Secret, which need not look random to be one; null for settings that are kept there. */
export function credentialInSecret(key: string, text: string): string | null {
  if (/^\.docker(?:configjson|cfg)$/.test(key)) {
    return /"(?:auth|password)"\s*:\s*"[^"<$]{4,}"/.test(text) ? 'the password of a registry' : null
  }
  if (text.trim().includes('\n')) return credentialInText(text)
  const known = credentialUnder(key, text)
  const trimmed = text.trim()
  if (known !== null || isPlaceholder(trimmed) || otherValue.test(trimmed)) return known
  if (volumeKeyName.test(key)) return 'a key of encryption'
  // In a list of variables `password: password` says nothing; here it is the password.
  if (passwordName.test(key) && isSame(key, trimmed)) return 'a password'
  return (keyName.test(key) && /^\S{4,500}$/.test(trimmed)) || looksRandom(trimmed) ? 'a key or token' : null
}

/** True for text of letters and digits that no word or name would be. */
export function looksRandom(text: string): boolean {
  if (text.length < shortestKey || text.length > 500 || !/^[\w+/=.~-]+$/.test(text)) return false
  if (!/\d/.test(text) || !/[A-Za-z]/.test(text) || /^[a-z]+(?:[-_.][a-z0-9]{1,8})*$/.test(text)) return false
  // A number that tells an object apart is no secret.
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)) return false
  return entropy(text) >= randomBits
}

/** Short text of letters and digits in one word, such as `minio123`. */
function looksChosen(text: string): boolean {
  return text.length >= 8 && text.length < shortestKey && /^[A-Za-z]\w*\d\w*$/.test(text) && !/[_-]/.test(text)
}

/** Bits for each character, by how often each occurs in the text. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) {
    const share = count / text.length
    bits -= share * Math.log2(share)
  }
  return bits
}

/** `PASSWORD: password` in a list of variable names says nothing. */
function isSame(name: string, value: string): boolean {
  return name === value
}

/** What a line of a file of settings assigns: `name=value`, `name: value`, `"name": "value",`. */
const assignment =
  /^[\s,{-]*(?:export\s+|set\s+|-D)?["']?([A-Za-z][\w.-]{1,100})["']?\s*(?:[:=]|=>)\s*("[^"]*"|'[^']*'|[^\s,;#}]+)\s*[,;}]*\s*(?:#.*)?$/

/** A credential in a text of several lines, such as a file of settings; null for none. */
export function credentialInText(text: string): string | null {
  const shape = shapeOf(text)
  if (shape !== null) return shape
  if (text.length > longestFile || !/pass|pwd|secret|token|key|credential/i.test(text)) return null
  for (const line of text.split('\n')) {
    if (/^\s*(?:#|\/\/|;|\*|<!--)/.test(line) || line.length > 1000) continue
    const [, name = '', value = ''] = assignment.exec(line) ?? []
    if (name === '' || isCode(value)) continue
    const found = credentialUnder(name, value)
    if (found !== null) return found
  }
  return null
}

const longestFile = 1_000_000

/** An expression of a program, not a value. */
function isCode(value: string): boolean {
  return /[()[\]$`]|^[a-z_]\w*\.[a-z_]\w*|::|\+\s*$/.test(value)
}

/** An option of a command that is followed by a password or key. */
const option = /^--?([A-Za-z][\w-]*)(?:=(.*))?$/s

/**
 * The first word of a command that holds a credential.
 * @returns Its index, and what kind of credential.
 */
export function credentialInWords(words: readonly unknown[]): { index: number; what: string } | null {
  for (const [index, word] of words.entries()) {
    if (typeof word !== 'string') continue
    const shape = shapeOf(word)
    if (shape !== null) return { index, what: shape }
    const [, name = '', value] = option.exec(word) ?? []
    if (name === '') continue
    const next = words[index + 1]
    const given = value ?? (typeof next === 'string' && !next.startsWith('-') ? next : '')
    const what = credentialUnder(name, given)
    if (what !== null) return { index: value === undefined ? index + 1 : index, what }
  }
  return null
}
