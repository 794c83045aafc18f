import type { FunctionDeclaration, Library } from '../../declarations.ts'
import { int } from '../../runtime/number.ts'
import { boolType, intType, opaqueType, stringType, type Type } from '../../type.ts'
import { CelError, type CelValue } from '../../values.ts'
import { parseLooseVersion, parseVersion } from './parse-version.ts'
import { SemanticVersion } from './version.ts'

const semverType = opaqueType('kubernetes.Semver')

function toVersion(text: string, normalize = false): SemanticVersion {
  const parsed = normalize ? parseLooseVersion(text) : parseVersion(text)
  if (parsed instanceof SemanticVersion) return parsed
  throw new CelError(parsed.fault)
}

function isVersion(text: string, normalize = false): boolean {
  return (normalize ? parseLooseVersion(text) : parseVersion(text)) instanceof SemanticVersion
}

type Comparison = (one: SemanticVersion, other: SemanticVersion) => CelValue

function comparison(name: string, id: string, result: Type, call: Comparison): FunctionDeclaration {
  return { name, overloads: [{ id, member: true, parameters: [semverType, semverType], result, call, total: true }] }
}

function number(name: 'major' | 'minor' | 'patch'): FunctionDeclaration {
  // Go converts to 64 bits with sign and lets the value wrap.
  const call = (version: SemanticVersion): CelValue => int(BigInt.asIntN(64, version[name]))
  const id = `semver_${name}`
  return { name, overloads: [{ id, member: true, parameters: [semverType], result: intType, call, total: true }] }
}

/** Semantic versions: `kubernetes.Semver` of the API server, since Kubernetes 1.33. */
export const semverLibrary: Library = {
  name: 'kubernetes.Semver',
  functions: [
    {
      name: 'semver',
      overloads: [
        {
          id: 'string_to_semver',
          parameters: [stringType],
          result: semverType,
          call: (text: string) => toVersion(text)
        },
        {
          id: 'string_bool_to_semver',
          parameters: [stringType, boolType],
          result: semverType,
          call: (text: string, normalize: boolean) => toVersion(text, normalize)
        }
      ]
    },
    {
      name: 'isSemver',
      overloads: [
        {
          id: 'is_semver_string',
          parameters: [stringType],
          result: boolType,
          call: (text: string) => isVersion(text),
          total: true
        },
        {
          id: 'is_semver_string_bool',
          parameters: [stringType, boolType],
          result: boolType,
          call: (text: string, normalize: boolean) => isVersion(text, normalize),
          total: true
        }
      ]
    },
    comparison('isGreaterThan', 'semver_is_greater_than', boolType, (one, other) => one.compareTo(other) === 1),
    comparison('isLessThan', 'semver_is_less_than', boolType, (one, other) => one.compareTo(other) === -1),
    comparison('compareTo', 'semver_compare_to', intType, (one, other) => one.compareTo(other)),
    number('major'),
    number('minor'),
    number('patch')
  ]
}
