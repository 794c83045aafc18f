import type { FunctionDeclaration, Library } from '../../declarations.ts'
import { listType, opaqueType, optionalType, stringType } from '../../type.ts'
import { CelOptional } from '../../values.ts'
import { namedFormats } from './formats.ts'
import type { NamedFormat } from './named-format.ts'

const formatType = opaqueType('kubernetes.NamedFormat')

function validate(format: NamedFormat, text: string): CelOptional {
  const faults = format.faultsOf(text)
  return faults.length === 0 ? CelOptional.none : CelOptional.of(faults)
}

function named(name: string): CelOptional {
  const format = namedFormats.get(name)
  return format === undefined ? CelOptional.none : CelOptional.of(format)
}

function constant([name, format]: readonly [string, NamedFormat]): FunctionDeclaration {
  const id = `format.${name}`
  return { name: id, overloads: [{ id, parameters: [], result: formatType, call: () => format, total: true }] }
}

/** Named formats of strings: `kubernetes.format` of the API server, since Kubernetes 1.31. */
export const formatLibrary: Library = {
  name: 'kubernetes.format',
  functions: [
    ...Array.from(namedFormats, constant),
    {
      name: 'format.named',
      overloads: [
        {
          id: 'format-named',
          parameters: [stringType],
          result: optionalType(formatType),
          call: named,
          total: true
        }
      ]
    },
    {
      name: 'validate',
      overloads: [
        {
          id: 'format-validate',
          member: true,
          parameters: [formatType, stringType],
          result: optionalType(listType(stringType)),
          call: validate,
          total: true
        }
      ]
    }
  ]
}
