import { readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const form = /^\.bulwark\.(\d+)\.tmp$/
const swept = new Set<string>()

/**
 * Where the new content of a file is written before it takes the file's place: in the same folder, so that this is one
 * step. What a process left there that was killed is removed.
 */
export function temporaryBeside(path: string): string {
  const folder = dirname(path)
  if (!swept.has(folder)) {
    swept.add(folder)
    sweep(folder)
  }
  return join(folder, `.bulwark.${process.pid}.tmp`)
}

function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const pid = Number(form.exec(name)?.[1])
      if (pid > 0 && !isRunning(pid)) rmSync(join(folder, name), { force: true })
    }
  } catch {
    // What is wrong with the folder is said when the file is written.
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is running, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
