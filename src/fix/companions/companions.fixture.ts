import { compileRule } from '../../controls/compile-rule.ts'
import { newestMinor } from '../../controls/kubernetes-version.ts'
import { registry } from '../../controls/registry.ts'
import { Estate } from '../../estate/estate.ts'
import { type Gathered, gatherResources } from '../../estate/gather.ts'
import type { Resource } from '../../estate/resource.ts'
import { podViews } from '../../estate/workload.ts'
import { buildPlan } from '../../scan/build-plan.ts'
import { changed } from '../../yaml/edit/changed.ts'
import { parseYaml } from '../../yaml/parse.ts'
import { writeDocuments } from '../../yaml/write/write-documents.ts'
import type { Companion, CompanionTheme } from './companion.ts'
import { type CompanionOptions, companions } from './companions.ts'

/** Texts by file name. */
export type Files = Readonly<Record<string, string>>

const levels = buildPlan({
  frameworks: [],
  controls: registry.controls,
  only: new Set(),
  minor: newestMinor,
  severities: {},
  lowest: 'low',
  compile: compileRule
})

export function companionsOf(files: Files, options: Partial<CompanionOptions> = {}): readonly Companion[] {
  return companions(estateOf(resourcesIn(files)), { nodes: null, minor: null, levelOf: levels.levelOf, ...options })
}

/** The companion of a theme, for a namespace where there are several. */
export function companionOf(files: Files, theme: CompanionTheme, namespace?: string): Companion | undefined {
  return companionsOf(files).find((one) => one.theme === theme && (namespace ?? one.namespace) === one.namespace)
}

/** The files with the changes made, and the new objects in one more, all as they are written. */
export function applied(files: Files, made: readonly Companion[]): Files {
  const result: Record<string, string> = {}
  for (const [file, text] of Object.entries(files)) {
    const documents = resourcesIn({ [file]: text }).map(({ object, origin }) => {
      const changes = made.flatMap((one) => one.changes).filter(({ resource }) => isSame(resource, file, origin))
      return {
        value: changed(
          object,
          changes.flatMap((one) => one.changes)
        ),
        comments: []
      }
    })
    result[file] = writeDocuments(documents)
  }
  return { ...result, 'hardening.yaml': writeDocuments(made.flatMap(({ objects }) => objects)) }
}

function isSame({ origin }: Resource, file: string, other: Resource['origin']): boolean {
  return (
    origin.file === file && origin.document === other.document && origin.prefix.join('.') === other.prefix.join('.')
  )
}

function resourcesIn(files: Files): Resource[] {
  const gathered: Gathered = { resources: [], faults: [] }
  for (const [file, text] of Object.entries(files)) {
    for (const { value, index } of parseYaml(text))
      gatherResources(value, { file, document: index, prefix: [] }, gathered)
  }
  return gathered.resources
}

function estateOf(resources: readonly Resource[]): Estate {
  const estate = new Estate()
  for (const resource of resources) estate.add(resource, podViews(resource))
  return estate
}
