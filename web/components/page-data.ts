/** Ids of the elements that `page.html` has. */
const ids = { page: 'page', data: 'data', print: 'print' } as const

/** What a page is made of, or why there is nothing to show. */
export interface PageParts<Data> {
  readonly page: HTMLElement
  readonly print: HTMLElement
  readonly data: Data
}

/**
 * The elements and the data of a page, emptied of what viewers without scripts see. Null where the file is not whole, which
 * the page then says.
 */
export function pageParts<Data>(): PageParts<Data> | null {
  const page = element(ids.page)
  const data = readData<Data>()
  page.replaceChildren()
  if (data !== null) return { page, print: element(ids.print), data }
  page.append('This file is not whole: its data ends early. Get it again, or run bulwark again.')
  return null
}

/** The text is given back at once: with the decoded data it would be in memory twice. */
function readData<Data>(): Data | null {
  const script = document.getElementById(ids.data)
  try {
    // Bulwark wrote it in this shape, together with this page.
    return JSON.parse(script?.textContent ?? '') as Data
  } catch {
    return null
  } finally {
    script?.remove()
  }
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`the page has no element #${id}`)
  return found
}
