/** Whether a text is a pattern in which `*` stands for any characters and `?` for one, as policy engines write names. */
export function matchesWildcard(pattern: string, text: string): boolean {
  let [at, inPattern, star, resume] = [0, 0, -1, 0]
  while (at < text.length) {
    const wanted = pattern[inPattern]
    if (wanted === '*') {
      star = inPattern++
      resume = at
    } else if (wanted === '?' || (wanted !== undefined && wanted === text[at])) {
      inPattern++
      at++
    } else if (star !== -1) {
      inPattern = star + 1
      at = ++resume
    } else return false
  }
  while (pattern[inPattern] === '*') inPattern++
  return inPattern === pattern.length
}
