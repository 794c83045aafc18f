import { isMapping } from '../../../estate/mapping.ts'

/** When a JSON Web Token ends, in milliseconds since 1970; null for a token that does not say so. */
export function tokenEnd(token: string): number | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    return isMapping(claims) && typeof claims.exp === 'number' ? claims.exp * 1000 : null
  } catch {
    return null
  }
}
