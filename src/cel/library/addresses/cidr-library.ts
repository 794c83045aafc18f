import type { FunctionDeclaration, Library } from '../../declarations.ts'
import { boolType, intType, opaqueType, stringType, type Type } from '../../type.ts'
import { CelError, type CelValue } from '../../values.ts'
import { Cidr, parseCidr } from './cidr.ts'
import { IpAddress } from './ip-address.ts'
import { ipType } from './ip-library.ts'
import { parseIp } from './parse-ip.ts'

export const cidrType = opaqueType('net.CIDR')

function toCidr(text: string): Cidr {
  const parsed = parseCidr(text)
  if (parsed instanceof Cidr) return parsed
  throw new CelError(`network address parse error during conversion from string: ${parsed.fault}`)
}

function containsIpText(network: Cidr, text: string): boolean {
  const parsed = parseIp(text)
  // The API server loses the reason here.
  if (!(parsed instanceof IpAddress)) throw new CelError('no such overload')
  return network.containsIp(parsed)
}

function reading(name: string, id: string, result: Type, read: (network: Cidr) => CelValue): FunctionDeclaration {
  return { name, overloads: [{ id, member: true, parameters: [cidrType], result, call: read, total: true }] }
}

/** Networks in CIDR notation: `kubernetes.net.cidr` of the API server, since Kubernetes 1.30. */
export const cidrLibrary: Library = {
  name: 'kubernetes.net.cidr',
  types: [cidrType],
  functions: [
    { name: 'cidr', overloads: [{ id: 'string_to_cidr', parameters: [stringType], result: cidrType, call: toCidr }] },
    {
      name: 'isCIDR',
      overloads: [
        {
          id: 'is_cidr',
          parameters: [stringType],
          result: boolType,
          call: (text: string) => parseCidr(text) instanceof Cidr,
          total: true
        }
      ]
    },
    {
      name: 'containsIP',
      overloads: [
        {
          id: 'cidr_contains_ip_string',
          member: true,
          parameters: [cidrType, stringType],
          result: boolType,
          call: containsIpText
        },
        {
          id: 'cidr_contains_ip_ip',
          member: true,
          parameters: [cidrType, ipType],
          result: boolType,
          call: (network: Cidr, address: IpAddress) => network.containsIp(address),
          total: true
        }
      ]
    },
    {
      name: 'containsCIDR',
      overloads: [
        {
          id: 'cidr_contains_cidr_string',
          member: true,
          parameters: [cidrType, stringType],
          result: boolType,
          call: (network: Cidr, text: string) => network.containsCidr(toCidr(text))
        },
        {
          id: 'cidr_contains_cidr',
          member: true,
          parameters: [cidrType, cidrType],
          result: boolType,
          call: (network: Cidr, other: Cidr) => network.containsCidr(other),
          total: true
        }
      ]
    },
    reading('ip', 'cidr_ip', ipType, (network) => network.address),
    reading('prefixLength', 'cidr_prefix_length', intType, (network) => network.length),
    reading('masked', 'cidr_masked', cidrType, (network) => network.masked()),
    {
      name: 'string',
      overloads: [
        {
          id: 'cidr_to_string',
          parameters: [cidrType],
          result: stringType,
          call: (network: Cidr) => `${network}`,
          total: true
        }
      ]
    }
  ]
}
