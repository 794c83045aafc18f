import type { FunctionDeclaration, Library } from '../../declarations.ts'
import { boolType, listType, mapType, opaqueType, stringType, type Type } from '../../type.ts'
import { CelError, type CelValue } from '../../values.ts'
import { parseRequestUrl, parseUrl } from './parse-url.ts'
import { UrlValue } from './url-value.ts'

const urlType = opaqueType('kubernetes.URL')

function toUrl(text: string): UrlValue {
  const parsed = parseUrl(text)
  if (!('fault' in parsed)) return new UrlValue(parsed)
  throw new CelError(`URL parse error during conversion from string: ${parsed.fault}`)
}

function reading(
  name: string,
  id: string,
  read: (url: UrlValue) => CelValue,
  result: Type = stringType
): FunctionDeclaration {
  return { name, overloads: [{ id, member: true, parameters: [urlType], result, call: read, total: true }] }
}

/** URLs: `kubernetes.urls` of the API server, in every version. */
export const urlLibrary: Library = {
  name: 'kubernetes.urls',
  functions: [
    { name: 'url', overloads: [{ id: 'string_to_url', parameters: [stringType], result: urlType, call: toUrl }] },
    {
      name: 'isURL',
      overloads: [
        {
          id: 'is_url_string',
          parameters: [stringType],
          result: boolType,
          call: (text: string) => !('fault' in parseRequestUrl(text)),
          total: true
        }
      ]
    },
    reading('getScheme', 'url_get_scheme', (url) => url.scheme),
    reading('getHost', 'url_get_host', (url) => url.host),
    reading('getHostname', 'url_get_hostname', (url) => url.hostname),
    reading('getPort', 'url_get_port', (url) => url.port),
    reading('getEscapedPath', 'url_get_escaped_path', (url) => url.escapedPath),
    reading('getQuery', 'url_get_query', (url) => url.query, mapType(stringType, listType(stringType)))
  ]
}
