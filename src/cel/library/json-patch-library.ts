import type { Library } from '../declarations.ts'
import { stringType } from '../type.ts'

/** Escapes a key for a JSON pointer (RFC 6901). */
function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** `kubernetes.jsonpatch` of the API server, which only mutating policies have. */
export const jsonPatchLibrary: Library = {
  name: 'kubernetes.jsonpatch',
  functions: [
    {
      name: 'jsonpatch.escapeKey',
      overloads: [
        {
          id: 'string_jsonpatch_escapeKey_string',
          parameters: [stringType],
          result: stringType,
          call: escapeKey,
          total: true
        }
      ]
    }
  ]
}
