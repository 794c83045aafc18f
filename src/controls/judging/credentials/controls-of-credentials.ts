/** Controls that point to a credential: reports show the place, never what stands there. */
export const controlsOfCredentials: ReadonlySet<string> = new Set(['plain-text-credential', 'secret-in-manifest'])
