import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { fileFault, isAbsent } from './file-fault.ts'

/** The largest input read, in bytes. A dump of a large cluster is a tenth of it; a device that never ends is not. */
export const largestInput = 256 * 1024 * 1024

const stdin = 0
const firstRead = 256 * 1024

/** How long a pipe may have no writer at all, in milliseconds. One that has may take any time to write. */
const patience = 1000

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
    // Not waiting matters for pipes alone: opening one that nobody writes to would wait for ever.
    descriptor = openSync(file, regular ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    const isNameless = file.includes('\ufffd') && isAbsent(error)
    return { problem: isNameless ? 'its name is not UTF-8: rename it to have it read' : fileFault(error) }
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
  let length = regular ? 0 : firstChunk(descriptor)
  // Asking a terminal again would have its user end the input twice.
  if (length === 0 && !regular) return 0
  while (typeof length === 'number') {
    if (length >= largestInput) return { problem: `is larger than ${largestInput / 1024 / 1024} MB` }
    if (length === buffer.length) grow()
    const count = readChunk(descriptor, length)
    if (typeof count !== 'number') return count
    length += count
    if (count === 0 || (regular && length < buffer.length)) return length
  }
  return length
}

/** Of a pipe without a writer nothing can be read, as at its end: one may come yet. */
function firstChunk(descriptor: number): number | { problem: string } {
  const isNamedPipe = descriptor !== stdin && fstatSync(descriptor).isFIFO()
  for (const deadline = Date.now() + patience; ; pause(10)) {
    const count = readChunk(descriptor, 0)
    if (count !== 0 || !isNamedPipe) return count
    if (Date.now() > deadline) return { problem: 'is a pipe that nobody writes to' }
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
