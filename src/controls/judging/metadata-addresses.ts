import type { Estate } from '../../estate/estate.ts'
import { mappingAt, stringAt } from '../../estate/mapping.ts'
import { type Address, parseAddress } from '../../network/address.ts'

/** Where nodes of a cloud ask who they are, by what `providerID` of a node begins with. */
const byProvider: Readonly<Record<string, readonly string[]>> = {
  aws: ['169.254.169.254', 'fd00:ec2::254'],
  gce: ['169.254.169.254', 'fd20:ce::254'],
  azure: ['169.254.169.254'],
  alicloud: ['100.100.100.200'],
  oci: ['169.254.169.254', 'fd00:c1::a9fe:a9fe'],
  ocid1: ['169.254.169.254', 'fd00:c1::a9fe:a9fe']
}

/** Where nobody says which cloud it is: the address that nearly all share, and the best known of IPv6. */
const common = ['169.254.169.254', 'fd00:ec2::254']

export interface MetadataAddress {
  readonly text: string
  readonly address: Address
}

/** Alibaba names the region and the instance alone. */
function providerOf(id: string): string {
  return /^[a-z0-9-]+\.i-/.test(id) ? 'alicloud' : (id.split(/[:.]/)[0] ?? '')
}

/** The addresses of the metadata service, of the clouds that the nodes are in as far as nodes are known. */
export function metadataAddresses(estate: Estate): MetadataAddress[] {
  const providers = new Set(
    estate.ofKind('Node', '').flatMap(({ object }) => {
      const id = stringAt(mappingAt(object, 'spec') ?? {}, 'providerID')
      return id === null ? [] : [providerOf(id)]
    })
  )
  const known = [...providers].flatMap((provider) => byProvider[provider] ?? [])
  return [...new Set(known.length > 0 ? known : common)].flatMap((text) => {
    const address = parseAddress(text)
    return address === null ? [] : [{ text, address }]
  })
}
