import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { runTool, type ToolRun } from '../rendered/run-tool.ts'

/** What Kustomize printed. `base` is the folder that paths in the origin annotations are relative to. */
export interface RenderedOverlay {
  readonly text: string
  readonly base: string
}

/**
 * Renders a kustomization with the user's own `kustomize` or `kubectl`. A kustomization around it, in a temporary
 * folder, asks for the origin of every object; the user's files stay untouched. No plug-in, function or chart runs
 * unless `allowRemote`.
 * @param folder Absolute.
 */
export function renderKustomization(folder: string, allowRemote: boolean): RenderedOverlay | { problem: string } {
  const wrapper = mkdtempSync(join(realpathSync(tmpdir()), 'bulwark-'))
  try {
    const resource = relative(wrapper, realpathSync(folder)).replaceAll('\\', '/')
    const kustomization = { resources: [resource], buildMetadata: ['originAnnotations'] }
    writeFileSync(join(wrapper, 'kustomization.yaml'), JSON.stringify(kustomization))
    const wrapped = build(wrapper, allowRemote)
    if ('stdout' in wrapped) return { text: wrapped.stdout, base: wrapper }
    if ('absent' in wrapped) return { problem: 'neither kustomize nor kubectl is installed' }
  } finally {
    rmSync(wrapper, { recursive: true, force: true })
  }
  // Once more as the user would run it: it may succeed, and if not, the message speaks of the user's own paths.
  const plain = build(folder, allowRemote)
  if ('stdout' in plain) return { text: plain.stdout, base: folder }
  return { problem: 'problem' in plain ? plain.problem : 'neither kustomize nor kubectl is installed' }
}

/** Runs the user's own `kustomize`, or `kubectl` where there is none. */
export function build(folder: string, allowRemote: boolean): ToolRun {
  const options = allowRemote ? ['--enable-helm'] : []
  const run = runTool('kustomize', ['build', folder, ...options], allowRemote)
  return 'absent' in run ? runTool('kubectl', ['kustomize', folder, ...options], allowRemote) : run
}
