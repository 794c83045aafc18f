import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import { dirname } from 'node:path'
import { refusal } from '../refusal.ts'
import type { SourceFile } from './source-file.ts'
import { temporaryBeside } from './temporary-file.ts'

const writableByAnyone = 0o222
const permissions = 0o7777

/**
 * Replaces a file's contents whole or not at all, whenever the process ends: the new bytes are on the disk before the
 * file is renamed over the old one. Mode and owner stay. Nothing is written where the file is not what was read.
 * @returns Why it was not written; null where it was.
 */
export function writeBack(source: SourceFile, bytes: Uint8Array): string | null {
  const { path, stats } = source
  const obstacle = obstacleTo(source)
  if (obstacle !== null) return obstacle
  const temporary = temporaryBeside(path)
  try {
    writeNew(temporary, bytes, stats)
    const changed = changedSince(source)
    if (changed !== null) {
      rmSync(temporary, { force: true })
      return changed
    }
    renameSync(temporary, path)
    renamedIn.add(dirname(path))
    return null
  } catch (error) {
    rmSync(temporary, { force: true })
    return refusal(error)
  }
}

/**
 * Creates a file, its folder too, whole or not at all.
 * @returns Why it was not created; null where it was.
 */
export function createFile(path: string, text: string): string | null {
  const temporary = temporaryBeside(path)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(temporary, text, { flag: 'wx', flush: true })
    // A link, unlike a rename, does not replace what came there meanwhile.
    linkSync(temporary, path)
    renamedIn.add(dirname(path))
    return null
  } catch (error) {
    return refusal(error)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** A file that nobody may write is not replaced either, though its folder would allow it. */
export function obstacleTo({ path, stats }: SourceFile): string | null {
  if ((stats.mode & writableByAnyone) === 0) return 'the file is read-only'
  try {
    accessSync(path, constants.W_OK)
  } catch {
    return 'the file is read-only for you'
  }
  try {
    accessSync(dirname(path), constants.W_OK | constants.X_OK)
  } catch {
    return 'its folder is read-only, and a file is replaced whole'
  }
  return null
}

/** In milliseconds: a file that was left alone for so long before it was read shows by its times that it is written again. */
const settled = 1000

function changedSince({ path, bytes, stats, readAt }: SourceFile): string | null {
  const now = statSync(path)
  const isSame = now.ino === stats.ino && now.dev === stats.dev && now.size === bytes.length
  if (isSame && stats.ctimeMs + settled < readAt && now.ctimeMs === stats.ctimeMs) return null
  return isSame && Buffer.from(bytes).equals(readFileSync(path)) ? null : 'the file has changed since it was read'
}

function writeNew(temporary: string, bytes: Uint8Array, { mode, uid, gid }: SourceFile['stats']): void {
  const file = openSync(temporary, 'wx', 0o600)
  try {
    let written = 0
    while (written < bytes.length) written += writeSync(file, bytes, written)
    const own = fstatSync(file)
    if (own.uid !== uid || own.gid !== gid) giveTo(file, uid, gid)
    fchmodSync(file, mode & permissions)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function giveTo(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid)
  } catch (error) {
    throw new Error(`its owner cannot be kept: ${refusal(error)}`)
  }
}

const renamedIn = new Set<string>()

/** Waits until the disk knows that files have new contents, once for each folder: by then, all of them are whole anyway. */
export function syncFolders(): void {
  for (const folder of renamedIn) syncFolder(folder)
  renamedIn.clear()
}

function syncFolder(folder: string): void {
  try {
    const open = openSync(folder, constants.O_RDONLY)
    try {
      fsyncSync(open)
    } finally {
      closeSync(open)
    }
  } catch {
    // Some file systems cannot be asked.
  }
}
