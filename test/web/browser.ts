/** Chromium for tests of pages: the machine's own, driven without downloading another. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Why there is no browser here. A test passes it on to `t.skip`. */
export interface Skipped {
  readonly skipped: string
}

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Starts Chromium. In CI it is installed first where it is missing and apt-get may do so. */
export async function startBrowser(): Promise<Browser | Skipped> {
  const executablePath = installed() ?? (process.env.CI === 'true' && isRoot() ? install() : undefined)
  if (executablePath === undefined) return { skipped: 'no Chromium is installed (apt-get install chromium)' }
  // Chromium's own sandbox does not run as root.
  return chromium.launch({ executablePath, chromiumSandbox: !isRoot() })
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return programs.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

function install(): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    spawnSync('apt-get', ['--quiet', ...args], { env, stdio: 'inherit' })
  }
  return installed()
}
