import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { gatherResources } from '../../estate/gather.ts'
import type { Mapping } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { parseYaml } from '../../yaml/parse.ts'
import { build } from './render-kustomization.ts'

/**
 * Renders an overlay as it would be with other texts in some of its files, in a copy of all that it is made of: the
 * user's own files stay untouched.
 * @param file The kustomization file; absolute.
 * @param files Everything that the overlay is made of; absolute.
 * @param changed Texts by absolute path, of new files too.
 */
export function renderChanged(
  file: string,
  files: readonly string[],
  changed: ReadonlyMap<string, string>,
  allowRemote: boolean
): readonly Mapping[] | { problem: string } {
  const root = commonFolder([file, ...files, ...changed.keys()])
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'bulwark-'))
  const inCopy = (path: string): string => {
    const place = join(copy, relative(root, path))
    mkdirSync(dirname(place), { recursive: true })
    return place
  }
  try {
    for (const path of new Set([file, ...files])) if (!changed.has(path)) copyFileSync(path, inCopy(path))
    for (const [path, text] of changed) writeFileSync(inCopy(path), text)
    const run = build(dirname(inCopy(file)), allowRemote)
    if ('stdout' in run) return objectsOf(run.stdout)
    return { problem: 'problem' in run ? run.problem : 'neither kustomize nor kubectl is installed' }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function objectsOf(text: string): Mapping[] {
  const resources: Resource[] = []
  for (const { value, index } of parseYaml(text)) {
    gatherResources(value, { file: null, document: index, prefix: [] }, { resources, faults: [] })
  }
  return resources.map(({ object }) => object)
}

/** The nearest folder that all of these absolute paths are in. */
function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => dirname(path).split(sep))
  const steps = [...first]
  for (const other of others) {
    while (!steps.every((step, index) => step === other[index])) steps.pop()
  }
  return steps.join(sep) || sep
}
