import type { Library } from '../../declarations.ts'
import { intType, listType, stringType } from '../../type.ts'
import { CelError } from '../../values.ts'
import { compilePattern, type Pattern } from './pattern.ts'

const strings = listType(stringType)

function find(text: string, pattern: string): string {
  return findIn(text, compile(pattern))
}

/** Only at evaluation a pattern is called illegal; a bad literal is refused by the checker. */
function compile(source: string): Pattern {
  try {
    return compilePattern(source)
  } catch (error) {
    throw error instanceof CelError ? new CelError(`Illegal regex: ${error.message}`) : error
  }
}

function findIn(text: string, pattern: Pattern): string {
  return pattern.find(text) ?? ''
}

function findAll(text: string, pattern: string, limit: number | bigint = -1): string[] {
  return findAllIn(text, compile(pattern), limit)
}

function findAllIn(text: string, pattern: Pattern, limit: number | bigint = -1): string[] {
  return pattern.findAll(text, limit < 0 ? Number.POSITIVE_INFINITY : Number(limit))
}

/** `find` and `findAll`: `kubernetes.regex` of the API server, in every version. */
export const regexLibrary: Library = {
  name: 'kubernetes.regex',
  functions: [
    {
      name: 'find',
      overloads: [
        {
          id: 'string_find_string',
          member: true,
          parameters: [stringType, stringType],
          result: stringType,
          call: find,
          prepared: {
            argument: 1,
            prepare: (source: string) => {
              const pattern = compilePattern(source)
              return (text: string) => findIn(text, pattern)
            }
          }
        }
      ]
    },
    {
      name: 'findAll',
      overloads: [
        {
          id: 'string_find_all_string',
          member: true,
          parameters: [stringType, stringType],
          result: strings,
          call: (text: string, pattern: string) => findAll(text, pattern),
          prepared: {
            argument: 1,
            prepare: (source: string) => {
              const pattern = compilePattern(source)
              return (text: string) => findAllIn(text, pattern)
            }
          }
        },
        {
          id: 'string_find_all_string_int',
          member: true,
          parameters: [stringType, stringType, intType],
          result: strings,
          call: findAll,
          prepared: {
            argument: 1,
            prepare: (source: string) => {
              const pattern = compilePattern(source)
              return (text: string, limit: number | bigint) => findAllIn(text, pattern, limit)
            }
          }
        }
      ]
    }
  ]
}
