import type { FunctionDeclaration, Library } from '../../declarations.ts'
import { boolType, intType, opaqueType, stringType } from '../../type.ts'
import { CelError } from '../../values.ts'
import { IpAddress } from './ip-address.ts'
import { parseIp } from './parse-ip.ts'

export const ipType = opaqueType('net.IP')

/** @throws CelError where the text is not an address. */
export function toIp(text: string): IpAddress {
  const parsed = parseIp(text)
  if (parsed instanceof IpAddress) return parsed
  throw new CelError(parsed.fault)
}

function property(name: string, id: string, read: (address: IpAddress) => boolean): FunctionDeclaration {
  return { name, overloads: [{ id, member: true, parameters: [ipType], result: boolType, call: read, total: true }] }
}

/** IP addresses: `kubernetes.net.ip` of the API server, since Kubernetes 1.30. */
export const ipLibrary: Library = {
  name: 'kubernetes.net.ip',
  types: [ipType],
  functions: [
    { name: 'ip', overloads: [{ id: 'string_to_ip', parameters: [stringType], result: ipType, call: toIp }] },
    {
      name: 'isIP',
      overloads: [
        {
          id: 'is_ip',
          parameters: [stringType],
          result: boolType,
          call: (text: string) => parseIp(text) instanceof IpAddress,
          total: true
        }
      ]
    },
    {
      name: 'ip.isCanonical',
      overloads: [
        {
          id: 'ip_is_canonical',
          parameters: [stringType],
          result: boolType,
          call: (text: string) => toIp(text).toString() === text
        }
      ]
    },
    {
      name: 'family',
      overloads: [
        {
          id: 'ip_family',
          member: true,
          parameters: [ipType],
          result: intType,
          call: (address: IpAddress) => address.family,
          total: true
        }
      ]
    },
    property('isUnspecified', 'ip_is_unspecified', (address) => address.isUnspecified),
    property('isLoopback', 'ip_is_loopback', (address) => address.isLoopback),
    property('isLinkLocalMulticast', 'ip_is_link_local_multicast', (address) => address.isLinkLocalMulticast),
    property('isLinkLocalUnicast', 'ip_is_link_local_unicast', (address) => address.isLinkLocalUnicast),
    property('isGlobalUnicast', 'ip_is_global_unicast', (address) => address.isGlobalUnicast),
    {
      name: 'string',
      overloads: [
        {
          id: 'ip_to_string',
          parameters: [ipType],
          result: stringType,
          call: (address: IpAddress) => `${address}`,
          total: true
        }
      ]
    }
  ]
}
