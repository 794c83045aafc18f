import type { ClusterAccess } from '../kubeconfig/access.ts'
import { ConnectionFault, type FaultKind } from './connection-fault.ts'

/** What an error of Node's network, TLS or crypto means to the user, and what to do about it. */
export function explainError(error: unknown, { name, server, endpoint, account }: ClusterAccess): ConnectionFault {
  if (error instanceof ConnectionFault) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const text = error instanceof Error ? error.message : String(error)
  const place = endpoint.proxy === null ? server.host : `${server.host} through the proxy ${hostOf(endpoint.proxy)}`
  const [kind, message] = explained(code, text, place)
  const subject = kind === 'credentials' ? `credentials of user "${account.name}"` : `server of context "${name}"`
  return new ConnectionFault(kind, `${subject}: ${message}`)
}

type Explanation = readonly [FaultKind, string]

function explained(code: string, text: string, place: string): Explanation {
  const known = byCode[code]
  if (known !== undefined) return [known[0], known[1].replace('{place}', place)]
  if (/^ERR_OSSL_(PEM|X509|ASN1|EVP|UNSUPPORTED)|^ERR_TLS_INVALID|KEY_VALUES_MISMATCH/.test(code)) {
    return ['credentials', `its certificate or key cannot be used (${lastPart(text)})`]
  }
  if (/^(EPROTO|ERR_SSL_)/.test(code))
    return ['unreachable', `${place} answers, but not in TLS that fits (${lastPart(text)})`]
  if (code === 'ERR_PROXY_TUNNEL') {
    const status = /HTTP\/1\.\d (\d{3})/.exec(text)?.[1]
    const login = status === '407' ? ': it wants another name or password in proxy-url' : ''
    return ['unreachable', `there is no way to ${place}, which answers ${status ?? 'nothing'}${login}`]
  }
  if (/certificate/i.test(text)) return ['untrusted', `the certificate of ${place} is not accepted (${lastPart(text)})`]
  return ['broken', `the connection to ${place} ended (${code || text})`]
}

const trust = 'check certificate-authority in the kubeconfig, or set NODE_EXTRA_CA_CERTS'
const unknownAuthority: Explanation = [
  'untrusted',
  `the certificate of {place} is of an authority that is not trusted: ${trust}`
]

const byCode: Readonly<Record<string, Explanation>> = {
  ENOTFOUND: [
    'unreachable',
    'the name {place} is not known to DNS: check the server in the kubeconfig, and the network'
  ],
  EAI_AGAIN: ['unreachable', 'DNS gives no answer for {place}: check the network'],
  ECONNREFUSED: ['unreachable', 'nothing listens at {place} (connection refused): is the cluster running?'],
  EHOSTUNREACH: ['unreachable', 'there is no route to {place}: check the network or the VPN'],
  ENETUNREACH: ['unreachable', 'there is no network to {place}: check the network or the VPN'],
  EADDRNOTAVAIL: ['unreachable', '{place} is no address that can be reached from here'],
  ETIMEDOUT: ['silent', 'no answer from {place}: check the network, the VPN or a firewall'],
  ECONNRESET: ['broken', 'the connection to {place} was closed before an answer came'],
  EPIPE: ['broken', 'the connection to {place} was closed before the question was sent'],
  CERT_HAS_EXPIRED: [
    'untrusted',
    'the certificate of {place} has expired: renew it on the server, or check the clock here'
  ],
  CERT_NOT_YET_VALID: ['untrusted', 'the certificate of {place} is not valid yet: check the clock here'],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'untrusted',
    'the certificate of {place} is for another name: check the server in the kubeconfig, or set tls-server-name'
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  CERT_SIGNATURE_FAILURE: unknownAuthority,
  ERR_SSL_WRONG_VERSION_NUMBER: ['unreachable', '{place} does not speak TLS: check the server in the kubeconfig'],
  ERR_SSL_PACKET_LENGTH_TOO_LONG: ['unreachable', '{place} does not speak TLS: check the server in the kubeconfig']
}

/** The end of OpenSSL's `error:0480006C:PEM routines::no start line`. */
function lastPart(text: string): string {
  return text.slice(text.lastIndexOf(':') + 1).trim()
}

/** Without the password that a proxy's address may hold. */
function hostOf(proxy: string): string {
  return URL.parse(proxy)?.host ?? 'that is configured'
}
