import { findForbidden } from './characters.ts'
import { type ReadDocument, readDocument } from './full/read-document.ts'
import { YamlFault } from './problem.ts'
import type { QuickReader } from './quick/read-document.ts'
import type { Excerpt } from './quick/unread.ts'

/** In UTF-16 units: what is shorter is read a second time in no time. */
const longDocument = 1 << 16

/**
 * Reads the document from `start` to `end`, on which the quick reader gave up, by all of YAML's rules. Of a long one, what
 * that reader has not read comes first where it is the smaller part: most such documents are wrong there, and then the rest
 * need not be read again.
 *
 * @throws YamlFault where go-yaml refuses the document, with an offset from its start.
 */
export function readRest(text: string, start: number, end: number, quick: QuickReader | undefined): ReadDocument {
  const document = text.slice(start, end)
  const unread = document.length < longDocument ? undefined : quick?.unread(start, end)
  // Where a control character is refused depends on how much stands before it.
  if (unread !== undefined && unread.text.length < document.length / 2 && findForbidden(document) < 0)
    refuseFault(unread)
  return readDocument(document)
}

/** @throws YamlFault with an offset in the document. */
function refuseFault(unread: Excerpt): void {
  try {
    readDocument(unread.text)
  } catch (fault) {
    throw fault instanceof YamlFault ? new YamlFault(unread.offsetOf(fault.offset), fault.message, fault.kind) : fault
  }
}
