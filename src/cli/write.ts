import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { printableLines } from '../report/printable.ts'
import { refusal } from './refusal.ts'
import { UserError } from './user-error.ts'

const stdoutNumber = 1
const stderrNumber = 2

/** Raised when the reader of standard output went away, as `head` does: the command ends quietly. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone'
}

/**
 * Writes to standard output at once. Quicker than a stream for one large report, and nothing is lost when the process
 * ends.
 * @throws ReaderGone where nobody reads any more.
 */
export function writeOut(part: string | Uint8Array): void {
  writeAll(stdoutNumber, part, 'standard output')
}

/** Writes to standard error; a closed one is no reason to fail. */
export function writeError(text: string): void {
  try {
    writeAll(stderrNumber, text, 'standard error')
  } catch {
    // There is no other place left to say so.
  }
}

/** Says something to the user on standard error; names in it may come from anywhere. */
export function tell(message: string): void {
  writeError(`bulwark: ${printableLines(message)}\n`)
}

/**
 * Writes a file.
 * @param flags `w` replaces what was there, `wx` refuses to.
 * @throws UserError where that is not possible.
 */
export function writeFile(path: string, parts: Iterable<string | Uint8Array>, flags: 'w' | 'wx' = 'w'): void {
  let file: number
  try {
    file = openSync(path, flags)
  } catch (error) {
    throw new UserError(`cannot write ${path}: ${refusal(error)}`)
  }
  try {
    for (const part of parts) writeAll(file, part, path)
  } finally {
    closeSync(file)
  }
}

/**
 * Writes a file whole or not at all: what reads it meanwhile finds the old one or the new one.
 * @throws UserError where that is not possible.
 */
export function replaceFile(path: string, parts: Iterable<string | Uint8Array>): void {
  const temporary = `${path}.${process.pid}.tmp`
  writeFile(temporary, parts, 'wx')
  try {
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw new UserError(`cannot write ${path}: ${refusal(error)}`)
  }
}

function writeAll(file: number, part: string | Uint8Array, name: string): void {
  const bytes = typeof part === 'string' ? Buffer.from(part) : part
  let written = 0
  while (written < bytes.length) written += writeSome(file, bytes, written, name)
}

function writeSome(file: number, bytes: Uint8Array, from: number, name: string): number {
  try {
    return writeSync(file, bytes, from)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : undefined
    if (reason === 'EPIPE') throw new ReaderGone('nobody reads standard output any more')
    if (reason !== 'EAGAIN') throw new UserError(`cannot write ${name}: ${refusal(error)}`)
    // A pipe that another program made non-blocking is full: give its reader a moment.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    return 0
  }
}
