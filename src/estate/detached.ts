/** Shorter parts of a text are copied by V8 anyway. */
const shortestView = 13

/**
 * The same text as a string of its own. What is cut out of a long text is a view of that for V8, so that the name of one
 * object that is kept would keep the whole file in memory. Equal texts become one string, as names of properties are.
 */
export function detached(text: string): string {
  if (text.length < shortestView) return text
  const holder: Record<string, number> = Object.create(null)
  holder[text] = 0
  return Object.keys(holder)[0] ?? text
}
