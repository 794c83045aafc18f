import type { Resource } from '../../estate/resource.ts'
import type { WorkerNamespace } from '../../rtf/fabric/authorization.ts'
import type { Fabric } from '../../rtf/fabric/fabric.ts'
import { formatRtfVersion, versionNote } from '../../rtf/facts/version.ts'
import { jsonOf } from '../json-text.ts'
import type { InspectedApplication, InspectedControl, Inspection } from './inspection.ts'
import type { InspectionInput } from './inspection-input.ts'

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
export const inspectionSchemaVersion = 1

/** The inspection as JSON, in parts to be written one after the other. */
export function* inspectionJson(
  { fabrics, applications, controls, exceptions, values }: Inspection,
  input: InspectionInput
): Generator<string> {
  const head = {
    schemaVersion: inspectionSchemaVersion,
    definitions: fabrics.definitions,
    fabrics: fabrics.instances.map(fabricObject)
  }
  yield `${jsonOf(head).slice(0, -1)},\n"applications":[`
  yield* lines(applications.map(applicationObject))
  yield '],\n"controls":['
  yield* lines(controls.map(controlObject))
  yield '],\n"exceptions":['
  yield* lines(exceptions.map((exception) => ({ ...exception, owner: null })))
  yield '],\n"chartValues":['
  yield* lines(values.map(({ file, line, column, path, message }) => ({ file, line, column, path, message })))
  yield '],\n"errors":['
  yield* lines(input.errors.map(({ file, line, column, message }) => ({ file, line, column, message })))
  yield '],\n"unread":['
  yield* lines(input.unread.map(({ kind, namespace, reason }) => ({ kind, namespace, reason })))
  yield ']}\n'
}

function* lines(objects: readonly object[]): Generator<string> {
  for (const [index, object] of objects.entries()) yield `${index === 0 ? '' : ','}\n${jsonOf(object)}`
}

function fabricObject({
  namespace,
  shownBy,
  agent,
  version,
  components,
  authorization,
  registries,
  region
}: Fabric): object {
  return {
    namespace,
    shownBy,
    agent: agent === null ? null : resourceObject(agent),
    version: version === null ? null : formatRtfVersion(version.version),
    versionShownBy: version?.shownBy ?? null,
    versionNote: version === null ? null : versionNote(version.version),
    region: region?.region ?? null,
    regionShownBy: region?.shownBy ?? null,
    components: components.map(({ component, resource, replicas }) => ({
      name: component.name,
      kind: component.kind,
      replicas,
      file: resource.origin.file
    })),
    registries: registries.map(({ host, kind, region: of, containers }) => ({ host, kind, region: of, containers })),
    authorizedNamespaces: authorization.configMap !== null,
    actsEverywhere: authorization.everywhere.map(({ name }) => name),
    namespaces: authorization.namespaces.map(namespaceObject)
  }
}

function namespaceObject({
  name,
  environment,
  organization,
  labelled,
  workers,
  listed,
  bound
}: WorkerNamespace): object {
  return { name, environment, organization, labelled, workers, listed, bound }
}

function applicationObject({ application, freshness }: InspectedApplication): object {
  const { name, namespace, route, agentNamespace, runtime, replicas, deployment, custom, pods, shownBy } = application
  return {
    name,
    namespace,
    route,
    agentNamespace,
    runtime: runtime?.version ?? null,
    runtimeBuild: runtime?.build ?? null,
    replicas,
    deployment: deployment?.name ?? null,
    muleApplication: custom?.name ?? null,
    pods: shownBy === 'pod' ? pods.map(({ resource }) => resource.name) : [],
    shownBy,
    file: (custom ?? deployment)?.origin.file ?? null,
    settings: {
      state: freshness.state,
      askedBy: freshness.asking.map(resourceObject),
      missing: freshness.missing,
      untold: freshness.untold
    }
  }
}

function controlObject({ control, exposure, setting, shown }: InspectedControl): object {
  return {
    control: control.id,
    title: control.title,
    exposure,
    key: setting?.key ?? null,
    how: setting?.how ?? null,
    applications: shown.map(({ application, verdict }) => ({
      namespace: application.namespace,
      name: application.name,
      status: verdict.status,
      containers: verdict.containers
    }))
  }
}

function resourceObject({ apiVersion, kind, namespace, name, origin }: Resource): object {
  return { apiVersion, kind, namespace, name, file: origin.file }
}
