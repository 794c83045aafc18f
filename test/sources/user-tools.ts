/** Puts programs where a scan looks for the user's own: first on `PATH`, for one test. */
import { chmodSync } from 'node:fs'
import { delimiter, dirname } from 'node:path'
import type { TestContext } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { goTool } from '../go-program.ts'

const tools = {
  kustomize: { module: 'sigs.k8s.io/kustomize/kustomize/v5', version: 'v5.8.2' },
  helm: { module: 'helm.sh/helm/v4/cmd/helm', version: 'v4.3.1' }
}

/** The real tool. False where it cannot be had here: the test is then skipped. */
export async function withTool(t: TestContext, name: keyof typeof tools): Promise<boolean> {
  const { module, version } = tools[name]
  const binary = await goTool(module, version)
  if (typeof binary !== 'string') {
    t.skip(binary.skipped)
    return false
  }
  usePath(t, `${dirname(binary)}${delimiter}${process.env.PATH ?? ''}`)
  return true
}

/** Only these shell scripts, by name: nothing else is installed. Returns their folder. */
export function withScripts(t: TestContext, scripts: Readonly<Record<string, string>>): string {
  const bodies = Object.entries(scripts).map(([name, body]) => [name, `#!/bin/sh\n${body}\n`])
  const folder = tempTree(t, Object.fromEntries(bodies))
  for (const name of Object.keys(scripts)) chmodSync(`${folder}/${name}`, 0o755)
  usePath(t, folder)
  return folder
}

function usePath(t: TestContext, path: string): void {
  const before = process.env.PATH
  process.env.PATH = path
  t.after(() => {
    process.env.PATH = before
  })
}
