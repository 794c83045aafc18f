import { parseRequestUrl } from '../url/parse-url.ts'
import { isDate, isDateTime } from './date-time.ts'
import {
  faultsOfDns1035Label,
  faultsOfDns1123Label,
  faultsOfDns1123Subdomain,
  faultsOfLabelValue,
  faultsOfQualifiedName,
  maskTrailingDash
} from './name-rules.ts'
import { NamedFormat } from './named-format.ts'

const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i

function faultsOfUri(text: string): string[] {
  const parsed = parseRequestUrl(text)
  return 'fault' in parsed ? [parsed.fault] : []
}

/** Standard base64 with padding; an empty string is not. */
function isBase64(text: string): boolean {
  return text.length > 0 && text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
}

function only(isValid: (text: string) => boolean, fault: string): (text: string) => string[] {
  return (text) => (isValid(text) ? [] : [fault])
}

/** All formats of the API server by the name of the function that gives them. */
export const namedFormats: ReadonlyMap<string, NamedFormat> = new Map([
  ['dns1123Label', new NamedFormat('DNS1123Label', faultsOfDns1123Label)],
  ['dns1123Subdomain', new NamedFormat('DNS1123Subdomain', (text) => faultsOfDns1123Subdomain(text))],
  ['dns1035Label', new NamedFormat('DNS1035Label', faultsOfDns1035Label)],
  ['qualifiedName', new NamedFormat('QualifiedName', faultsOfQualifiedName)],
  ['dns1123LabelPrefix', new NamedFormat('DNS1123LabelPrefix', (text) => faultsOfDns1123Label(maskTrailingDash(text)))],
  [
    'dns1123SubdomainPrefix',
    new NamedFormat('DNS1123SubdomainPrefix', (text) => faultsOfDns1123Subdomain(maskTrailingDash(text)))
  ],
  ['dns1035LabelPrefix', new NamedFormat('DNS1035LabelPrefix', (text) => faultsOfDns1035Label(maskTrailingDash(text)))],
  ['labelValue', new NamedFormat('LabelValue', faultsOfLabelValue)],
  ['uri', new NamedFormat('URI', faultsOfUri)],
  [
    'uuid',
    new NamedFormat(
      'uuid',
      only((text) => uuid.test(text), 'does not match the UUID format')
    )
  ],
  ['byte', new NamedFormat('byte', only(isBase64, 'invalid base64'))],
  ['date', new NamedFormat('date', only(isDate, 'invalid date'))],
  ['datetime', new NamedFormat('datetime', only(isDateTime, 'invalid datetime'))]
])
