import type { FunctionDeclaration, Library, Overload } from '../../declarations.ts'
import { dynType, intType, listType, stringType, type Type } from '../../type.ts'
import { checkFormat } from './format/check-format.ts'
import { format } from './format/format.ts'
import { charAt, join, split, substring, substringFrom } from './parts.ts'
import { indexOf, lastIndexOf, lastIndexOfBefore } from './search.ts'
import { lowerAscii, quote, replace, trim, upperAscii } from './transform.ts'

const strings = listType(stringType)

/** A member function; `more` are the parameters behind the target. */
function member(
  id: string,
  more: readonly Type[],
  result: Type,
  call: Overload['call'],
  target: Type = stringType
): Overload {
  return { id, member: true, parameters: [target, ...more], result, call }
}

const basic: readonly FunctionDeclaration[] = [
  { name: 'charAt', overloads: [member('string_char_at_int', [intType], stringType, charAt)] },
  {
    name: 'indexOf',
    overloads: [
      member('string_index_of_string', [stringType], intType, (text: string, part: string) => indexOf(text, part)),
      member('string_index_of_string_int', [stringType, intType], intType, indexOf)
    ]
  },
  {
    name: 'lastIndexOf',
    overloads: [
      member('string_last_index_of_string', [stringType], intType, lastIndexOf),
      member('string_last_index_of_string_int', [stringType, intType], intType, lastIndexOfBefore)
    ]
  },
  { name: 'lowerAscii', overloads: [{ ...member('string_lower_ascii', [], stringType, lowerAscii), total: true }] },
  { name: 'upperAscii', overloads: [{ ...member('string_upper_ascii', [], stringType, upperAscii), total: true }] },
  { name: 'trim', overloads: [{ ...member('string_trim', [], stringType, trim), total: true }] },
  {
    name: 'replace',
    overloads: [
      {
        ...member('string_replace_string_string', [stringType, stringType], stringType, replaceAll),
        total: true
      },
      {
        ...member('string_replace_string_string_int', [stringType, stringType, intType], stringType, replace),
        total: true
      }
    ]
  },
  {
    name: 'split',
    overloads: [
      { ...member('string_split_string', [stringType], strings, splitAll), total: true },
      { ...member('string_split_string_int', [stringType, intType], strings, split), total: true }
    ]
  },
  {
    name: 'substring',
    overloads: [
      member('string_substring_int', [intType], stringType, substringFrom),
      member('string_substring_int_int', [intType, intType], stringType, substring)
    ]
  },
  {
    name: 'join',
    overloads: [
      member('list_join', [], stringType, (list: readonly string[]) => join(list), strings),
      member('list_join_string', [stringType], stringType, join, strings)
    ]
  }
]

const later: readonly FunctionDeclaration[] = [
  {
    name: 'format',
    validate: checkFormat,
    mixesLiterals: true,
    overloads: [member('string_format', [listType(dynType)], stringType, format)]
  },
  {
    name: 'strings.quote',
    overloads: [{ id: 'strings_quote', parameters: [stringType], result: stringType, call: quote, total: true }]
  }
]

function replaceAll(text: string, old: string, replacement: string): string {
  return replace(text, old, replacement)
}

function splitAll(text: string, separator: string): string[] {
  return split(text, separator)
}

/** `cel.lib.ext.strings` version 0 of cel-go, in the API server before Kubernetes 1.29. */
export const basicStringsLibrary: Library = { name: 'cel.lib.ext.strings', functions: basic }

/** `cel.lib.ext.strings` version 2 of cel-go, in the API server since Kubernetes 1.29. */
export const stringsLibrary: Library = { name: 'cel.lib.ext.strings', functions: [...basic, ...later] }
