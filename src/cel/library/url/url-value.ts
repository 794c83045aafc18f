import { CelOpaque } from '../../values.ts'
import { isPort } from './authority.ts'
import { toText } from './byte-text.ts'
import type { UrlParts } from './parse-url.ts'
import { isPlain, percentDecode, percentEncode, type UrlPart } from './percent-encoding.ts'

/** Go reads no more of a query. */
const maxQueryPairs = 10_000

/** A URL as the API server's `url()` gives it. */
export class UrlValue extends CelOpaque {
  readonly typeName = 'kubernetes.URL'
  readonly #parts: UrlParts

  constructor(parts: UrlParts) {
    super()
    this.#parts = parts
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof UrlValue && other.toString() === this.toString()
  }

  get scheme(): string {
    return this.#parts.scheme
  }

  /** Name and port; an IPv6 address in brackets. */
  get host(): string {
    return toText(this.#parts.host)
  }

  get hostname(): string {
    const { host } = this.#parts
    const name = host.slice(0, host.length - this.#portWithColon().length)
    return toText(name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name)
  }

  get port(): string {
    return this.#portWithColon().slice(1)
  }

  get escapedPath(): string {
    const { rawPath, path } = this.#parts
    return path === '*' ? '*' : written(rawPath, path, 'path')
  }

  /** Values by key in the order in which they stand; what cannot be read is left out, and so is all of a flood. */
  get query(): Record<string, string[]> {
    const values = new Map<string, string[]>()
    const pairs = (this.#parts.query ?? '').split('&')
    for (const pair of pairs.length > maxQueryPairs ? [] : pairs) {
      if (pair === '' || pair.includes(';')) continue
      const [name = '', ...rest] = pair.split('=')
      const key = percentDecode(name, 'query')
      const value = percentDecode(rest.join('='), 'query')
      if (typeof key === 'object' || typeof value === 'object') continue
      values.set(toText(key), [...(values.get(toText(key)) ?? []), toText(value)])
    }
    return Object.fromEntries(values)
  }

  override toString(): string {
    const { scheme, opaque, query, fragment, rawFragment } = this.#parts
    const start = scheme === '' ? '' : `${scheme}:`
    const end = `${query === undefined ? '' : `?${query}`}${fragment === '' ? '' : `#${written(rawFragment, fragment, 'fragment')}`}`
    return toText(`${start}${opaque === '' ? this.#hierarchy() : opaque}${end}`)
  }

  #hierarchy(): string {
    const { scheme, host, user, path, omitsHost } = this.#parts
    const hasAuthority = host !== '' || user !== undefined || (scheme !== '' && !omitsHost && path !== '')
    const authority = hasAuthority ? `//${user === undefined ? '' : `${user}@`}${percentEncode(host, 'host')}` : ''
    return `${authority}${this.escapedPath}`
  }

  #portWithColon(): string {
    const { host } = this.#parts
    const colon = host.lastIndexOf(':')
    return colon !== -1 && isPort(host.slice(colon)) ? host.slice(colon) : ''
  }
}

/** A part as it was written where that is valid, else escaped anew. */
function written(raw: string, unescaped: string, part: UrlPart): string {
  const isValid = [...raw].every((byte) => /[!$&'()*+,;=:@[\]%]/.test(byte) || isPlain(byte, part))
  return isValid ? raw : percentEncode(unescaped, part)
}
