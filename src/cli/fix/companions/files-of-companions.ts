import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Companion } from '../../../fix/companions/companion.ts'
import { type CompanionFiles, companionFiles } from '../../../fix/companions/files/companion-files.ts'
import { hardeningFile } from '../../../fix/companions/files/hardening-file.ts'
import { overlayCompanions } from '../../../fix/companions/files/overlay-companions.ts'
import { renderChanged } from '../../../sources/kustomize/overlay-copy.ts'
import { type RenderedOverlay, readOverlays } from '../../../sources/kustomize/read-overlays.ts'
import type { SourceOptions } from '../../../sources/options.ts'
import { shownAs } from '../../../sources/rendered/source-text.ts'
import { readSourceFile, textAt } from '../source-file.ts'
import { obstacleTo } from '../write-back.ts'
import type { CompanionInput } from './companion-input.ts'

/** What becomes of files, and what the user has to know of new ones. */
export interface PlannedFiles extends CompanionFiles {
  readonly notes: readonly string[]
}

/**
 * Companions as files: patches and resources of the overlay that a namespace comes out of, else edits of the user's files
 * and a new file beside them.
 */
export function filesOfCompanions(
  companions: readonly Companion[],
  input: CompanionInput,
  paths: readonly string[],
  options: SourceOptions
): PlannedFiles {
  const newFile = (namespace: string): string =>
    hardeningFile(input.estate, namespace, { folderOf: input.folderOf, isTaken: existsSync })
  const folders = new Set(input.estate.resources.flatMap((resource) => input.renderedIn(resource) ?? []))
  const overlays = folders.size === 0 ? [] : [...readOverlays(paths, options)]
  const overlayOf = (companion: Companion): RenderedOverlay | undefined => {
    const folder = dirname(resolve(newFile(companion.namespace)))
    const isRendered = companion.changes.every(({ resource }) => resolve(input.renderedIn(resource) ?? '') === folder)
    return isRendered ? overlays.find(({ file }) => dirname(file) === folder) : undefined
  }
  const parts: PlannedFiles[] = []
  for (const [overlay, own] of Map.groupBy(companions, overlayOf)) {
    if (overlay === undefined) parts.push(loose(own, input, newFile))
    else parts.push(inOverlay(overlay, own, newFile, options))
  }
  return {
    files: parts.flatMap(({ files }) => files).sort((a, b) => (a.file < b.file ? -1 : 1)),
    done: companions.filter((one) => parts.some(({ done }) => done.includes(one))),
    left: parts.flatMap(({ left }) => left),
    notes: parts.flatMap(({ notes }) => notes)
  }
}

function loose(
  companions: readonly Companion[],
  input: CompanionInput,
  newFile: (namespace: string) => string
): PlannedFiles {
  const planned = companionFiles(companions, {
    newFile,
    textOf: ({ resource }) => {
      if (input.renderedIn(resource) !== null) return { problem: 'it comes out of a chart or an overlay' }
      const { file } = resource.origin
      if (file === null || file === '-') return { problem: 'standard input cannot be changed' }
      const source = readSourceFile(file)
      if ('problem' in source) return source
      const obstacle = obstacleTo(source)
      return obstacle === null ? source.text : { problem: obstacle }
    }
  })
  const notes = planned.files.flatMap(({ file, before }) => {
    const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].map((name) => join(dirname(file), name))
    const listing = before === null ? names.find((name) => existsSync(name)) : undefined
    return listing === undefined ? [] : [`${file} is not among the resources of ${listing}: add it there`]
  })
  return { ...planned, notes }
}

function inOverlay(
  { file, folders, files }: RenderedOverlay,
  companions: readonly Companion[],
  newFile: (namespace: string) => string,
  { allowRemote = false }: SourceOptions
): PlannedFiles {
  const overlay = {
    file,
    folders,
    read: textAt,
    render: (changed: ReadonlyMap<string, string>) => renderChanged(file, files, changed, allowRemote)
  }
  const planned = overlayCompanions(overlay, companions, (namespace) => resolve(newFile(namespace)))
  const made = [...new Set(companions.map(({ namespace }) => newFile(namespace)))]
  return {
    ...planned,
    files: planned.files.map((one) => ({ ...one, file: shownAs(one.file, '') })),
    notes: planned.listed
      ? []
      : made.map(
          (one) => `${one} is not among the resources of ${shownAs(file, '')}, which would change it: apply it as it is`
        )
  }
}
