import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PageStore } from '../report/byte-pages.ts'
import { refusal } from './refusal.ts'
import { UserError } from './user-error.ts'

/** What of a report is too much for memory: a temporary file, made when it is first needed. */
export class OverflowFile implements PageStore {
  #file: number | undefined
  #length = 0
  #buffer = new Uint8Array(0)

  /** @throws UserError where the disk does not take it. */
  put(page: Uint8Array): number {
    const position = this.#length
    try {
      this.#file ??= unnamedFile()
      while (this.#length < position + page.length) {
        this.#length += writeSync(this.#file, page, this.#length - position, null, this.#length)
      }
    } catch (error) {
      throw new UserError(`the report does not fit into ${tmpdir()}: ${refusal(error)}`)
    }
    return position
  }

  get(position: number, length: number): Uint8Array {
    if (this.#buffer.length < length) this.#buffer = new Uint8Array(length)
    const part = this.#buffer.subarray(0, length)
    for (let read = 0; this.#file !== undefined && read < length; ) {
      const count = readSync(this.#file, part, read, length - read, position + read)
      if (count === 0) throw new Error('the temporary file ends early')
      read += count
    }
    return part
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }
}

/** Only this process can reach it, and it is gone however the process ends: it keeps no name. */
function unnamedFile(): number {
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-'))
  try {
    return openSync(join(folder, 'report'), 'wx+', 0o600)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
