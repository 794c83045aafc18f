import type { Estate } from '../../estate/estate.ts'
import type { Resource } from '../../estate/resource.ts'
import { unifiedDiff } from '../../fix/diff/unified-diff.ts'
import { admissionCover } from '../../report/rtf/admission-cover.ts'
import { type FileDiff, hardeningJson } from '../../report/rtf/hardening-json.ts'
import { findFabrics } from '../../rtf/fabric/fabric.ts'
import { isOfFabric } from '../../rtf/fabric/is-of-fabric.ts'
import { isOpenShift } from '../../rtf/fabric/open-shift.ts'
import type { RtfFacts } from '../../rtf/facts/facts.ts'
import { factsWith } from '../../rtf/facts/overrides.ts'
import { isSince, type RtfVersion } from '../../rtf/facts/version.ts'
import { appliedObject } from '../../rtf/template/applied-object.ts'
import { type HardenedFabric, type HardeningRequest, hardenFabric } from '../../rtf/template/harden-fabric.ts'
import { encodeLike } from '../../yaml/encode.ts'
import type { CommentedValue } from '../../yaml/write/commented-value.ts'
import { writeDocuments } from '../../yaml/write/write-documents.ts'
import { choose } from '../choice.ts'
import { loadConfig } from '../config-file.ts'
import { exitCodes } from '../exit-codes.ts'
import { diffName } from '../fix/file-diffs.ts'
import { syncFolders, writeBack } from '../fix/write-back.ts'
import { readEstate } from '../read-estate.ts'
import { inputPaths, openCluster } from '../scan/open-cluster.ts'
import { isUnread, tellUnread } from '../tell-unread.ts'
import { stderrPaint } from '../terminal.ts'
import { UserError } from '../user-error.ts'
import type { Options } from '../verb.ts'
import { tell, writeError, writeFile, writeOut } from '../write.ts'
import { folderFor, type TemplateFiles, templateFiles } from './template-files.ts'
import { apiServerOf, chosenControlPlane, chosenVersion, egressByNamespace } from './template-options.ts'
import { coverText, templateText } from './template-text.ts'

/** `bulwark rtf template`: writes what Runtime Fabric lets be set, and network policies that keep it working. */
export async function templateVerb(operands: readonly string[], given: Options): Promise<number> {
  const paths = inputPaths(operands, given)
  const loaded = await loadConfig(given.last('config'), paths[0] ?? '.')
  choose('output', given.last('output') ?? 'text', ['text', 'json'])
  const cluster = await openCluster(given)
  const facts = factsWith(loaded.config.rtf ?? {})
  const isOfRuntimeFabric = isOfFabric(facts)
  const keeps = (resource: Resource): boolean => isOfRuntimeFabric(resource) || bindings.has(resource.kind)
  const input = await readEstate({ paths, cluster, options: given, config: loaded.config, keeps })
  const isWhole = given.last('output') === 'json' ? !isUnread(input) : !tellUnread(input)
  const wanted = given.last('agent-namespace')
  const { instances } = findFabrics(input.estate, facts)
  const chosen = instances.filter(({ namespace }) => wanted === undefined || namespace === wanted)
  if (chosen.length === 0)
    throw new UserError(
      nothingFound(
        wanted,
        instances.map(({ namespace }) => namespace)
      )
    )
  const fabrics = chosen.map((fabric) => {
    const { version, note } = chosenVersion(given, fabric.version?.version ?? null)
    if (note !== null) tell(note)
    const network = given.has('no-network-policies')
      ? null
      : networkOf(given, input.estate, facts, version, fabric.region?.region ?? null)
    return hardenFabric(input.estate, fabric, { facts, version, network })
  })
  const isJson = given.last('output') === 'json'
  const cover = admissionCover(loaded.registry.controls)
  if (!isJson) {
    for (const fabric of fabrics) writeError(`${templateText(fabric, stderrPaint())}\n`)
    writeError(`${coverText(cover)}\n`)
  }
  const files = cluster === null ? templateFiles(fabrics, folderFor(paths, given.last('into'))) : noFiles
  const problems = [...files.problems, ...(given.has('write') ? written(files) : [])]
  if (isJson) writeOut(hardeningJson(fabrics, cover, diffsOf(files), problems, input))
  else {
    if (cluster !== null) writeOut(writeDocuments(appliedObjects(fabrics)))
    if (!given.has('write')) for (const { diff } of diffsOf(files)) writeOut(diff)
    for (const problem of problems) tell(problem)
  }
  return isWhole && problems.length === 0 ? exitCodes.clean : exitCodes.userMistake
}

const noFiles: TemplateFiles = { changed: [], created: new Map(), problems: [] }

const bindings: ReadonlySet<string> = new Set(['RoleBinding', 'ClusterRoleBinding'])

function nothingFound(wanted: string | undefined, found: readonly string[]): string {
  if (found.length > 0) return `no agent in namespace ${wanted}: there are agents in ${found.join(', ')}`
  return 'nothing here shows a Runtime Fabric: read its namespaces too, with the label rtf.mulesoft.com/agentNamespace or the Deployment of the agent'
}

function networkOf(
  given: Options,
  estate: Estate,
  facts: RtfFacts,
  version: RtfVersion,
  region: string | null
): HardeningRequest['network'] {
  const backends = egressByNamespace(given)
  return {
    controlPlane: chosenControlPlane(given, facts, region),
    needsHost: ({ since, until }) =>
      (since === undefined || isSince(version, since)) && (until === undefined || !isSince(version, until)),
    applicationPorts: facts.applicationPorts,
    ingressNamespaces: given.all('ingress-namespace'),
    apiServer: apiServerOf(given),
    isOpenShift: isOpenShift(estate),
    backends
  }
}

function diffsOf({ changed, created }: TemplateFiles): FileDiff[] {
  return [
    ...changed.map(({ file, source, text }) => ({
      file,
      isNew: false,
      diff: unifiedDiff(diffName(file), source.text, text)
    })),
    ...[...created].map(([file, text]) => ({ file, isNew: true, diff: unifiedDiff(diffName(file), null, text) }))
  ]
}

/** Gives what could not be written, and why. */
function written({ changed, created }: TemplateFiles): string[] {
  const problems: string[] = []
  for (const { file, source, text } of changed) {
    const problem = writeBack(source, encodeLike(source.bytes, text))
    syncFolders()
    if (problem !== null) problems.push(`${file}: ${problem}`)
  }
  for (const [file, text] of created) writeFile(file, [text], 'wx')
  return problems
}

/** What is read of a cluster has no file: objects for kubectl apply. */
function appliedObjects(fabrics: readonly HardenedFabric[]): CommentedValue[] {
  return fabrics.flatMap(({ newTemplate, templates, applications, policies }) => [
    ...(newTemplate?.template ? [newTemplate.template] : []),
    ...[...templates, ...applications].flatMap((each) => appliedObject(each) ?? []),
    ...policies
  ])
}
