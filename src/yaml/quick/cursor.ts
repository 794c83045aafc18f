import { LF } from '../characters.ts'
import type { DuplicateKey } from '../problem.ts'
import type { Anchors } from './anchors.ts'
import { bytesOf } from './bytes.ts'
import { OpenEntries } from './open-entries.ts'

/** One for all texts, since one is read at a time. */
const openEntries = new OpenEntries()

/** A place in a text of which every line, the last one too, ends with a line feed, so that no loop leaves the text. */
export class QuickCursor {
  /** Where the last line feed is one that was added, it is not in here. */
  readonly text: string
  /** The text once more: this is what is looked at, while `text` gives the values. */
  readonly bytes: Uint8Array
  /** Of the text with its last line feed. */
  readonly length: number
  /** Whether the last line feed was added. */
  readonly padded: boolean
  pos = 0
  /** Column of the token at `pos`, from 0; -1 at the end of the document. */
  column = 0
  /** Whether a comment was passed on the way to the token at `pos`. */
  commented = false
  /** Whether the last quoted scalar spans lines, and so can be no key. */
  broke = false
  /** The bit of the key that was read last; see `markOf`. */
  mark = 0
  /** The anchors of the document, once it has one. */
  anchors: Anchors | undefined = undefined
  /** Equal keys of the document, once it has some. */
  duplicates: DuplicateKey[] | undefined = undefined
  readonly entries: OpenEntries

  constructor(text: string, entries = openEntries) {
    this.padded = text.charCodeAt(text.length - 1) !== LF
    this.text = text
    this.bytes = bytesOf(text)
    this.length = text.length + (this.padded ? 1 : 0)
    this.entries = entries
  }
}

/** Thrown where the text needs the full reader, because it is rare or because it is wrong. */
export const rare = new Error('left to the full reader')
