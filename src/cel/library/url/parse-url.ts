import { type Authority, parseAuthority } from './authority.ts'
import { quotedBytes, toBytes } from './byte-text.ts'
import { percentDecode, type UrlFault } from './percent-encoding.ts'

/** A URL in parts, as bytes. */
export interface UrlParts extends Authority {
  readonly scheme: string
  /** What follows the scheme where that is no path: `mailto:a@b`. */
  readonly opaque: string
  /** As written, and with its escapes read. */
  readonly rawPath: string
  readonly path: string
  /** Without its question mark, undefined where there is none. */
  readonly query: string | undefined
  /** Whether `//` is absent or followed by no host. */
  readonly omitsHost: boolean
  /** As written, and with its escapes read. */
  readonly rawFragment: string
  readonly fragment: string
}

/** Reads an absolute URL or path as the API server's `url()` does: both of Go's parsers must accept it. */
export function parseUrl(text: string): UrlParts | UrlFault {
  const refusal = parseRequestUrl(text)
  if ('fault' in refusal) return refusal
  const bytes = toBytes(text)
  const hash = bytes.indexOf('#')
  const before = hash === -1 ? bytes : bytes.slice(0, hash)
  const url = parseParts(before, 'any')
  if ('fault' in url) return faultOf(before, url)
  if (hash === -1) return url
  const rawFragment = bytes.slice(hash + 1)
  const fragment = percentDecode(rawFragment, 'fragment')
  return typeof fragment === 'object' ? faultOf(bytes, fragment) : { ...url, rawFragment, fragment }
}

/** `url.ParseRequestURI` of Go, which takes a fragment for a part of what is before it. */
export function parseRequestUrl(text: string): UrlParts | UrlFault {
  const bytes = toBytes(text)
  const url = parseParts(bytes, 'request')
  return 'fault' in url ? faultOf(bytes, url) : url
}

function faultOf(bytes: string, { fault }: UrlFault): UrlFault {
  return { fault: `parse ${quotedBytes(bytes)}: ${fault}` }
}

const empty: UrlParts = {
  scheme: '',
  opaque: '',
  host: '',
  user: undefined,
  rawPath: '',
  path: '',
  query: undefined,
  omitsHost: false,
  rawFragment: '',
  fragment: ''
}

/** In a request, `//name` without a scheme is a path; elsewhere it is a host. */
type Context = 'request' | 'any'

function parseParts(bytes: string, context: Context): UrlParts | UrlFault {
  if (/[^ -~\x80-\xff]/.test(bytes)) return { fault: 'net/url: invalid control character in URL' }
  if (bytes === '') return { fault: 'empty url' }
  if (bytes === '*') return { ...empty, rawPath: '*', path: '*' }
  if (bytes.startsWith(':')) return { fault: 'missing protocol scheme' }
  const written = /^([a-zA-Z][-a-zA-Z0-9+.]*):/.exec(bytes)?.[1] ?? ''
  const scheme = written.toLowerCase()
  const { before, after: query } = cut(written === '' ? bytes : bytes.slice(written.length + 1), '?')
  if (!before.startsWith('/')) {
    return scheme === '' ? { fault: 'invalid URI for request' } : { ...empty, scheme, opaque: before, query }
  }
  const hasAuthority = before.startsWith('//') && (scheme !== '' || (context === 'any' && before[2] !== '/'))
  return parseHierarchy({ scheme, hasAuthority, rest: before, query })
}

interface Hierarchy {
  readonly scheme: string
  readonly hasAuthority: boolean
  /** Authority and path. */
  readonly rest: string
  readonly query: string | undefined
}

function parseHierarchy({ scheme, hasAuthority, rest, query }: Hierarchy): UrlParts | UrlFault {
  const pathStart = hasAuthority ? rest.indexOf('/', 2) : 0
  const rawPath = pathStart === -1 ? '' : rest.slice(pathStart)
  const authority = hasAuthority
    ? parseAuthority(scheme, rest.slice(2, rest.length - rawPath.length))
    : { host: '', user: undefined }
  if ('fault' in authority) return authority
  const path = percentDecode(rawPath, 'path')
  if (typeof path === 'object') return path
  return { ...empty, ...authority, scheme, rawPath, path, query, omitsHost: scheme !== '' && !hasAuthority }
}

function cut(text: string, separator: string): { before: string; after: string | undefined } {
  const at = text.indexOf(separator)
  return at === -1 ? { before: text, after: undefined } : { before: text.slice(0, at), after: text.slice(at + 1) }
}
