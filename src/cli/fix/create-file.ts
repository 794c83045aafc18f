import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { refusal } from '../refusal.ts'

/**
 * Makes a new file, with folders that are missing, whole or not at all, whenever the process ends. One that is there is never replaced.
 * @returns Why it was not made; null where it was.
 */
export function createFile(path: string, text: string): string | null {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.bulwark`)
  try {
    mkdirSync(dirname(path), { recursive: true })
    const file = openSync(temporary, 'wx')
    try {
      writeFileSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    // Unlike a rename, this fails where somebody was quicker.
    linkSync(temporary, path)
    return null
  } catch (error) {
    return refusal(error)
  } finally {
    rmSync(temporary, { force: true })
  }
}
