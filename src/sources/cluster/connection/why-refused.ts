import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Account, ClusterAccess } from '../kubeconfig/access.ts'
import { tokenEnd } from './token-end.ts'

/** Why a server does not know the user, as far as that can be seen from here: most often, something has expired. */
export function whyRefused({ name, account }: ClusterAccess): string {
  const refused = `the API server of context "${name}" does not accept the credentials of user "${account.name}" (401)`
  const expired = expiry(account)
  if (expired !== null) return `${refused}: ${expired}`
  return hasCredentials(account)
    ? `${refused}: log in again, or renew what the kubeconfig holds`
    : `${refused}: the kubeconfig holds none`
}

function hasCredentials({ certData, certFile, token, tokenFile, username, oidc, exec }: Account): boolean {
  return [certData, certFile, token, tokenFile, username, oidc, exec].some((one) => one !== null)
}

function expiry(account: Account): string | null {
  const certificate = certificateEnd(account)
  if (certificate !== null && certificate < Date.now()) return `its certificate expired on ${day(certificate)}`
  const token = bearerEnd(account)
  return token !== null && token < Date.now() ? `its token expired on ${day(token)}` : null
}

function certificateEnd({ certData, certFile }: Account): number | null {
  try {
    const pem = certData === null ? certFile && readFileSync(certFile) : Buffer.from(certData, 'base64')
    return pem ? new X509Certificate(pem).validToDate.getTime() : null
  } catch {
    // What is no certificate cannot have expired.
    return null
  }
}

function bearerEnd({ token, tokenFile }: Account): number | null {
  try {
    return tokenEnd(token ?? (tokenFile === null ? '' : readFileSync(tokenFile, 'utf8')))
  } catch {
    // It was there when the scan began.
    return null
  }
}

function day(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
