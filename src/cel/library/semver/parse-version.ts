import { quoted } from '../quoted-text.ts'
import { SemanticVersion } from './version.ts'

/** Why a text is not a version, in the words of github.com/blang/semver. */
export interface VersionFault {
  readonly fault: string
}

const maxNumber = 2n ** 64n - 1n

/** Reads a semantic version, strictly. */
export function parseVersion(text: string): SemanticVersion | VersionFault {
  if (text === '') return { fault: 'Version string empty' }
  const [major, minor, ...rest] = text.split('.')
  if (major === undefined || minor === undefined || rest.length === 0)
    return { fault: 'No Major.Minor.Patch elements found' }
  const [beforeBuild = '', build] = cut(rest.join('.'), '+')
  const [patch = '', prerelease] = cut(beforeBuild, '-')
  const numbers: bigint[] = []
  for (const [name, digits] of Object.entries({ major, minor, patch })) {
    const number = parseNumber(name, digits)
    if (typeof number === 'object') return number
    numbers.push(number)
  }
  const [first = 0n, second = 0n, third = 0n] = numbers
  const identifiers = prerelease === undefined ? [] : parsePrerelease(prerelease)
  if ('fault' in identifiers) return identifiers
  return faultOfBuild(build) ?? new SemanticVersion([first, second, third], identifiers, build ?? '')
}

/** Reads a version that may begin with `v`, lack minor or patch, and have leading zeros. */
export function parseLooseVersion(text: string): SemanticVersion | VersionFault {
  const [major = '', minor, ...rest] = text.replace(/^v/, '').split('.')
  const parts = minor === undefined ? [major] : rest.length === 0 ? [major, minor] : [major, minor, rest.join('.')]
  if (parts.length < 3 && /[-+]/.test(parts.at(-1) ?? ''))
    return { fault: 'short version cannot contain PreRelease/Build meta data' }
  const full = [...parts.map(withoutLeadingZeros), '0', '0'].slice(0, 3)
  return parseVersion(full.join('.'))
}

function withoutLeadingZeros(part: string): string {
  if (Buffer.byteLength(part) <= 1) return part
  const stripped = part.replace(/^0+/, '')
  return /^[0-9]/.test(stripped) ? stripped : `0${stripped}`
}

function parseNumber(name: string, digits: string): bigint | VersionFault {
  if (!/^[0-9]*$/.test(digits)) return { fault: `Invalid character(s) found in ${name} number ${quoted(digits)}` }
  const title = name.charAt(0).toUpperCase() + name.slice(1)
  if (/^0./.test(digits)) return { fault: `${title} number must not contain leading zeroes ${quoted(digits)}` }
  return parseUint(digits)
}

function parseUint(digits: string): bigint | VersionFault {
  if (digits === '') return { fault: 'strconv.ParseUint: parsing "": invalid syntax' }
  const number = BigInt(digits)
  return number > maxNumber ? { fault: `strconv.ParseUint: parsing ${quoted(digits)}: value out of range` } : number
}

function parsePrerelease(text: string): (bigint | string)[] | VersionFault {
  const identifiers: (bigint | string)[] = []
  for (const part of text.split('.')) {
    const identifier = parseIdentifier(part)
    if (typeof identifier === 'object') return identifier
    identifiers.push(identifier)
  }
  return identifiers
}

function parseIdentifier(part: string): bigint | string | VersionFault {
  if (part === '') return { fault: 'Prerelease is empty' }
  if (!/^[-0-9A-Za-z]+$/.test(part)) return { fault: `Invalid character(s) found in prerelease ${quoted(part)}` }
  if (!/^[0-9]+$/.test(part)) return part
  if (/^0./.test(part)) return { fault: `Numeric PreRelease version must not contain leading zeroes ${quoted(part)}` }
  return parseUint(part)
}

function faultOfBuild(build: string | undefined): VersionFault | undefined {
  for (const part of build?.split('.') ?? []) {
    if (part === '') return { fault: 'Build meta data is empty' }
    if (!/^[-0-9A-Za-z]+$/.test(part)) return { fault: `Invalid character(s) found in build meta data ${quoted(part)}` }
  }
  return undefined
}

function cut(text: string, separator: string): readonly [string, string | undefined] {
  const at = text.indexOf(separator)
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
