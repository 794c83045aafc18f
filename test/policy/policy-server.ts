/** Policies on a running API server, and what it says of objects that are created in dry run. */
import { setTimeout } from 'node:timers/promises'
import type { Mapping } from '../../src/estate/mapping.ts'
import type { Resource } from '../../src/estate/resource.ts'
import { KindTable } from '../../src/policy/match/kind-table.ts'
import type { ApiAnswer, Kubetest } from '../kubetest.ts'
import { namespaces } from './generated-objects.ts'
import { asResource } from './written-policies.ts'

export interface Answer {
  /** Null where the object was accepted. */
  readonly refusal: { readonly status: number; readonly reason: string; readonly message: string } | null
  readonly object: Mapping
  /** Those of admission policies. */
  readonly warnings: readonly string[]
}

export class PolicyServer {
  readonly #server: Kubetest
  readonly #kinds = new KindTable()
  #markers = 0

  constructor(server: Kubetest) {
    this.#server = server
  }

  /** Makes namespaces with their accounts, and everything else that is given but policies and their bindings. */
  async prepare(resources: readonly Resource[]): Promise<void> {
    for (const object of namespaces) {
      await this.store(asResource(object))
      for (const name of ['default', 'robot']) {
        const metadata = { name, namespace: asResource(object).name }
        await this.store(asResource({ apiVersion: 'v1', kind: 'ServiceAccount', metadata }))
      }
    }
    const definitions = resources.filter(({ kind }) => kind === 'CustomResourceDefinition')
    for (const definition of definitions) {
      await this.store(definition)
      this.#kinds.add(definition)
    }
    for (const resource of resources) {
      if (!definitions.includes(resource) && !resource.kind.startsWith('ValidatingAdmission'))
        await this.store(resource)
    }
  }

  /** Puts policies and bindings in force, does something, and takes them away. */
  async with<T>(resources: readonly Resource[], action: () => Promise<T>): Promise<T> {
    const marker = `marker-${this.#markers++}`
    const all = [...resources, ...markerOf(marker)]
    for (const resource of all) await this.store(resource)
    // The server takes up policies in the order in which they were made: when the last works, so do those before it.
    await until(async () => {
      const { warnings } = await this.create(markedObject(marker))
      return warnings.some((text) => text.includes(`'${marker}'`))
    })
    try {
      return await action()
    } finally {
      for (const resource of all) await this.#server.call('DELETE', `${this.#path(resource)}/${resource.name}`)
    }
  }

  async create(resource: Resource): Promise<Answer> {
    const answer = await this.#server.call('POST', `${this.#path(resource)}?dryRun=All`, resource.object)
    const object = answer.body as Mapping
    const warnings = answer.warnings.flatMap((text) => policyWarning(text) ?? [])
    if (answer.status === 201) return { refusal: null, object, warnings }
    const { reason, message } = object
    return { refusal: { status: answer.status, reason: String(reason), message: String(message) }, object, warnings }
  }

  /** A kind that was just defined is served a moment later. */
  async store(resource: Resource): Promise<void> {
    let answer: ApiAnswer | undefined
    await until(async () => {
      answer = await this.#server.call('POST', this.#path(resource), {
        ...resource.object,
        apiVersion: served(resource.apiVersion)
      })
      return answer.status !== 404
    })
    if (answer?.status !== 201) throw new Error(`${resource.kind} ${resource.name}: ${JSON.stringify(answer?.body)}`)
  }

  #path({ apiVersion, kind, namespace }: Resource): string {
    const { resource } = this.#kinds.typeOf(apiVersion, kind)
    const root = apiVersion.includes('/') ? `/apis/${served(apiVersion)}` : `/api/${apiVersion}`
    return namespace === null ? `${root}/${resource}` : `${root}/namespaces/${namespace}/${resource}`
  }
}

/** What is written for an older version is the same in the one that is served. */
function served(apiVersion: string): string {
  return apiVersion.replace('admissionregistration.k8s.io/v1beta1', 'admissionregistration.k8s.io/v1')
}

function policyWarning(header: string): string | undefined {
  const text = /^299 - "(.*)"$/s.exec(header)?.[1]?.replaceAll(/\\(.)/gs, '$1')
  return text?.startsWith('Validation failed for ValidatingAdmissionPolicy') ? text : undefined
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await condition()) return
    await setTimeout(50)
  }
  throw new Error('the API server did not get there in ten seconds')
}

function markedObject(name: string): Resource {
  return asResource({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'settings' } })
}

function markerOf(name: string): Resource[] {
  const group = { apiVersion: 'admissionregistration.k8s.io/v1', metadata: { name } }
  const rule = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['configmaps'] }
  const resourceRules = [{ ...rule, resourceNames: [name] }]
  return [
    asResource({
      ...group,
      kind: 'ValidatingAdmissionPolicy',
      spec: { matchConstraints: { resourceRules }, validations: [{ expression: 'false' }] }
    }),
    asResource({
      ...group,
      kind: 'ValidatingAdmissionPolicyBinding',
      spec: { policyName: name, validationActions: ['Warn'] }
    })
  ]
}
