import { readSync } from 'node:fs'

const stdinNumber = 0
const lineFeed = 0x0a

/** One line of standard input, without its end; null where there is none any more. */
export function readLine(): string | null {
  const bytes: number[] = []
  const byte = new Uint8Array(1)
  while (readByte(byte)) {
    const [read = 0] = byte
    if (read === lineFeed) return Buffer.from(bytes).toString()
    bytes.push(read)
  }
  return bytes.length === 0 ? null : Buffer.from(bytes).toString()
}

function readByte(into: Uint8Array): boolean {
  for (;;) {
    try {
      return readSync(stdinNumber, into) > 0
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? error.code : undefined
      if (reason === 'EOF') return false
      if (reason !== 'EAGAIN') throw error
      // A terminal that another program made non-blocking: give its user a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    }
  }
}
