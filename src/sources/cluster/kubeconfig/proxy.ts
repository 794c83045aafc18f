import { BlockList, isIP } from 'node:net'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The proxy that the environment names for a server, by the rules of Go's `httpproxy` package, which kubectl follows:
 * `HTTPS_PROXY` or `HTTP_PROXY` by the server's scheme, unless `NO_PROXY` lists its host, domain, address or network.
 * What is on this very machine is asked without one.
 */
export function environmentProxy(server: URL, env: Environment): string | null {
  const name = server.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  const proxy = env[name] || env[name.toLowerCase()]
  if (proxy === undefined || proxy === '') return null
  const host = server.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  if (host === 'localhost' || isLoopback(host)) return null
  const exceptions = (env.NO_PROXY || env.no_proxy || '').toLowerCase().split(',')
  const port = server.port || (server.protocol === 'https:' ? '443' : '80')
  if (exceptions.some((exception) => excepts(exception.trim(), host, port))) return null
  return proxy.includes('://') ? proxy : `http://${proxy}`
}

const family = (host: string): 'ipv4' | 'ipv6' => (isIP(host) === 6 ? 'ipv6' : 'ipv4')

function isLoopback(host: string): boolean {
  if (isIP(host) === 0) return false
  const loopback = new BlockList()
  loopback.addSubnet('127.0.0.0', 8, 'ipv4')
  loopback.addAddress('::1', 'ipv6')
  return loopback.check(host, family(host))
}

function excepts(exception: string, host: string, port: string): boolean {
  if (exception === '*') return true
  if (exception === '') return false
  if (exception.includes('/')) return isIP(host) !== 0 && inNetwork(exception, host)
  const [, name = exception, wanted] = /^(.*?)(?::(\d+))?$/.exec(isIP(exception) === 6 ? '' : exception) ?? []
  const pattern = isIP(exception) === 6 ? exception : name.replace(/^\*/, '')
  if (wanted !== undefined && wanted !== port) return false
  if (pattern.startsWith('.')) return host.endsWith(pattern)
  return host === pattern || (isIP(host) === 0 && host.endsWith(`.${pattern}`))
}

function inNetwork(network: string, host: string): boolean {
  const [address = '', bits = ''] = network.split('/')
  const version = isIP(address)
  if (version === 0 || !/^\d+$/.test(bits) || Number(bits) > (version === 6 ? 128 : 32)) return false
  const list = new BlockList()
  list.addSubnet(address, Number(bits), family(address))
  return list.check(host, family(host))
}
