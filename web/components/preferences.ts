/** Keeps a preference for the next time; a browser that keeps nothing for a file is no fault. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`bulwark.${name}`, value)
  } catch {
    // Then it holds until the page is closed.
  }
}

/** A preference that was kept, or null. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`bulwark.${name}`)
  } catch {
    return null
  }
}
