import { closeSync, openSync, readSync } from 'node:fs'
import { fileFault } from './file-fault.ts'

/** The largest input read, in bytes. A dump of a large cluster is a tenth of it; a device that never ends is not. */
export const largestInput = 256 * 1024 * 1024

const stdin = 0
const firstRead = 256 * 1024

let buffer: Buffer = Buffer.allocUnsafeSlow(firstRead)

/**
 * The bytes of a file, pipe or, for `-`, standard input. The result is a view of one shared buffer: it holds until the
 * next call. Opened, read and closed with as few calls as there can be, since a scan reads thousands of small files.
 * @param regular The folder's listing said that this is a regular file: a short read is its end.
 */
export function readBytes(file: string, regular: boolean): Uint8Array | { problem: string } {
  if (file === '-') return readAll(stdin, false)
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    return { problem: fileFault(error) }
  }
  try {
    return readAll(descriptor, regular)
  } finally {
    closeSync(descriptor)
  }
}

function readAll(descriptor: number, regular: boolean): Uint8Array | { problem: string } {
  const length = fill(descriptor, regular)
  const bytes = typeof length === 'number' ? buffer.subarray(0, length) : length
  // One huge input must not keep its memory for the rest of the run.
  if (buffer.length > 16 * firstRead) buffer = Buffer.allocUnsafeSlow(firstRead)
  return bytes
}

/** Fills the buffer and gives the number of bytes in it. */
function fill(descriptor: number, regular: boolean): number | { problem: string } {
  let length = 0
  while (true) {
    if (length >= largestInput) return { problem: `is larger than ${largestInput / 1024 / 1024} MB` }
    if (length === buffer.length) grow()
    const count = readChunk(descriptor, length)
    if (typeof count !== 'number') return count
    length += count
    if (count === 0 || (regular && length < buffer.length)) return length
  }
}

function readChunk(descriptor: number, offset: number): number | { problem: string } {
  while (true) {
    try {
      return readSync(descriptor, buffer, offset, buffer.length - offset, null)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === 'EOF') return 0
      // A terminal or pipe in non-blocking mode has nothing yet.
      if (code !== 'EAGAIN') return { problem: fileFault(error) }
      pause(10)
    }
  }
}

function grow(): void {
  const larger = Buffer.allocUnsafeSlow(buffer.length * 2)
  buffer.copy(larger)
  buffer = larger
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
