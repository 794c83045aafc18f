/**
 * True where a certificate request asks to be a member of a group: where `group` is an organization (O) of its subject,
 * which is how the API server takes groups from certificates.
 * @param request As in `spec.request`: PEM text, in Base64 once more.
 */
export function asksForGroup(request: string, group: string): boolean {
  const pem = decoded(request)
  const body = /-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([^-]*)-----END/.exec(pem)?.[1]
  if (body === undefined) return false
  const der = decoded(body)
  // An attribute is the object identifier 2.5.4.10, and then a string: its type, its length and its bytes (X.690).
  for (let at = der.indexOf(organization); at !== -1; at = der.indexOf(organization, at + 1)) {
    const value = at + organization.length
    const length = der.charCodeAt(value + 1)
    if (der.slice(value + 2, value + 2 + length) === group) return true
  }
  return false
}

const organization = '\u0006\u0003\u0055\u0004\u000a'

/** One character for each byte; empty where the text is no Base64. */
function decoded(base64: string): string {
  try {
    return atob(base64)
  } catch {
    return ''
  }
}
