export const protocols = ['TCP', 'UDP', 'SCTP'] as const
export type Protocol = (typeof protocols)[number]

/** Ports of one protocol that a rule is about. */
export interface PortRange {
  readonly protocol: string
  /** A named port means what the pod at the other end calls so, and nothing where that is no pod. */
  readonly name: string | null
  /** 0 to 65535 for all. */
  readonly first: number
  readonly last: number
}

const lastPort = 65535

/** All ports of a protocol. */
export function allPorts(protocol: string): PortRange {
  return { protocol, name: null, first: 0, last: lastPort }
}

/** The ports of one entry of a rule, with the defaults of the API server: TCP, and all ports where none is named. */
export function portRange(protocol: unknown, port: unknown, endPort: unknown): PortRange {
  const named = typeof protocol === 'string' && protocol !== '' ? protocol : 'TCP'
  if (port === undefined || port === null) return allPorts(named)
  if (typeof port === 'string' && !/^\d+$/.test(port)) return { protocol: named, name: port, first: 0, last: -1 }
  const first = Number(port)
  return { protocol: named, name: null, first, last: typeof endPort === 'number' ? endPort : first }
}

/** Whether a number is among the ports; null stands for all ports of all protocols. */
export function allowsPort(ports: readonly PortRange[] | null, protocol: Protocol, port: number): boolean {
  if (ports === null) return true
  return ports.some((range) => range.protocol === protocol && range.first <= port && port <= range.last)
}

/** Whether nothing is left out: a rule may name all ports as a range. */
export function isEveryPort(ports: readonly PortRange[] | null): boolean {
  if (ports === null) return true
  const whole = ports.filter(({ first, last }) => first <= 1 && last === lastPort).map(({ protocol }) => protocol)
  return whole.includes('TCP') && whole.includes('UDP')
}
