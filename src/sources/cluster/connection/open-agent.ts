import { readFileSync } from 'node:fs'
import { Agent as HttpAgent } from 'node:http'
import { type AgentOptions, Agent as HttpsAgent } from 'node:https'
import type { ClusterAccess } from '../kubeconfig/access.ts'
import type { Obtained } from './obtained.ts'

/**
 * Keeps connections to a cluster's server, through its proxy if there is one, and proves to the server who asks as far as
 * certificates do that.
 */
export async function openAgent(access: ClusterAccess, obtained: Obtained | null): Promise<HttpAgent> {
  const { server, endpoint } = access
  const options = { ...tlsOptions(access, obtained), keepAlive: true }
  const { proxy } = endpoint
  if (proxy !== null && URL.parse(proxy)?.protocol.startsWith('socks') === true) {
    const { SocksProxyAgent } = await import('./socks-agent.ts')
    return new SocksProxyAgent(proxy, options)
  }
  const proxyEnv = proxy === null ? {} : { proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } }
  return server.protocol === 'http:'
    ? new HttpAgent({ ...options, ...proxyEnv })
    : new HttpsAgent({ ...options, ...proxyEnv })
}

/** Of data and a file, the data counts, as for kubectl. */
function tlsOptions({ endpoint, account }: ClusterAccess, obtained: Obtained | null): AgentOptions {
  const ca = pem(endpoint.caData, endpoint.caFile)
  const cert = obtained?.certificate ?? pem(account.certData, account.certFile)
  const key = obtained?.key ?? pem(account.keyData, account.keyFile)
  return {
    ...(ca === null ? {} : { ca }),
    ...(cert === null ? {} : { cert }),
    ...(key === null ? {} : { key }),
    ...(endpoint.skipVerify ? { rejectUnauthorized: false } : {}),
    ...(endpoint.tlsServerName === null ? {} : { servername: endpoint.tlsServerName })
  }
}

function pem(data: string | null, file: string | null): Buffer | null {
  if (data !== null) return Buffer.from(data, 'base64')
  return file === null ? null : readFileSync(file)
}
