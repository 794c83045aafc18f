import { accessOf, type SubjectBinding } from '../../access/access.ts'
import { accountObject, accountOf, hasToken, rightsOf } from '../../access/accounts.ts'
import type { Estate } from '../../estate/estate.ts'
import { isMapping, type Mapping, mappingAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import type { PodView } from '../../estate/workload.ts'
import { AccountNames } from './account-names.ts'
import type { Companion, FieldChange, NewObject, ObjectChange } from './companion.ts'
import { companionControls } from './companion-controls.ts'
import { defaultAccount } from './default-account.ts'
import type { NamespaceContents } from './namespace-contents.ts'
import { tokenUse } from './token-use.ts'
import { workloadName } from './workload-name.ts'

/**
 * An account for each workload that has the token of `default`, with that account's rights where it was given any, and no
 * token for who then still uses `default`. Null where nothing is left to do.
 */
export function accountsCompanion(estate: Estate, contents: NamespaceContents): Companion | null {
  const names = new AccountNames(contents)
  const moves = [
    ...Map.groupBy(
      contents.pods.filter((view) => accountOf(view).name === 'default' && hasToken(estate, view)),
      ({ resource }) => resource
    )
  ].map(([resource, views]) => moveOf(estate, contents, resource, views, names))
  const rest = defaultAccount(estate, contents)
  const objects = unique([...moves.flatMap((move) => move.objects), ...rest.objects])
  const changes = [...moves.map(({ change }) => change), ...rest.changes]
  if (objects.length + changes.length === 0) return null
  return {
    namespace: contents.name,
    theme: 'service-accounts',
    controls: companionControls['service-accounts'],
    grade: rest.rightsRemain ? 'breaking' : 'review',
    argument: rest.rightsRemain
      ? 'Roles are bound to the account "default", and what uses it is not all part of the input: its token is gone for that.'
      : moves.length > 0
        ? 'Programs act under another name: where that is checked outside of RBAC, such as by a cloud or a vault, it must be made known there.'
        : 'Pods that the input does not show, and that use the account "default", get no token any more.',
    objects,
    changes,
    notes: [...new Set(moves.flatMap(({ notes }) => notes))]
  }
}

/** Each object once, though several manifests of one workload may ask for it. */
function unique(objects: readonly NewObject[]): NewObject[] {
  const keyOf = ({ value: { kind, metadata } }: NewObject): string => JSON.stringify([kind, metadata])
  return [...new Map(objects.map((object) => [keyOf(object), object])).values()]
}

interface Move {
  readonly objects: readonly NewObject[]
  readonly change: ObjectChange
  readonly notes: readonly string[]
}

function moveOf(
  estate: Estate,
  { name: namespace }: NamespaceContents,
  resource: Resource,
  views: readonly PodView[],
  names: AccountNames
): Move {
  const workload = workloadName(resource)
  const { name, exists, made } = names.of(resource)
  const rights = views
    .flatMap((view) => rightsOf(accessOf(estate), view))
    .filter(({ bound }) => isDefault(bound.subject))
  const use = views.map((view) => tokenUse(estate, view)).find((reason) => reason !== null) ?? null
  const keepsToken = rights.length > 0 || use !== null
  const bindings = rights.flatMap((right) => copyOf(estate, right, { name, namespace }, workload))
  const account =
    exists || made ? [] : [accountOfWorkload(estate, views, { name, namespace, workload, use, keepsToken, rights })]
  const changes = views.flatMap((view) => accountChanges(view, name))
  return {
    objects: [...account, ...bindings],
    change: { resource, changes },
    notes: [
      ...(exists ? [`${workload} gets the account "${name}", which is there and has its name`] : []),
      ...(bindings.length > 0
        ? [`${workload} keeps the rights that "default" has. Take these from "default" once nothing else needs them`]
        : []),
      ...(resource.kind === 'Pod' || resource.kind === 'Job'
        ? [`${workload} must be deleted and made again: the account of what runs cannot be changed`]
        : [])
    ]
  }
}

function isDefault({ kind, name }: { readonly kind: string; readonly name: string }): boolean {
  return kind === 'ServiceAccount' && name === 'default'
}

interface AccountFacts {
  readonly name: string
  readonly namespace: string
  readonly workload: string
  readonly use: string | null
  readonly keepsToken: boolean
  readonly rights: readonly SubjectBinding[]
}

function accountOfWorkload(
  estate: Estate,
  views: readonly PodView[],
  { name, namespace, workload, use, keepsToken, rights }: AccountFacts
): NewObject {
  const old = views.map((view) => accountObject(estate, view)).find((found) => found !== undefined)
  const annotations = identityAnnotations(old)
  const secrets = old?.object.imagePullSecrets
  const value: Mapping = {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace, ...(annotations === null ? {} : { annotations }) },
    ...(Array.isArray(secrets) && secrets.length > 0 ? { imagePullSecrets: secrets } : {}),
    ...(keepsToken ? {} : { automountServiceAccountToken: false })
  }
  const token =
    rights.length > 0
      ? 'Its pods get its token: a role is bound to it below.'
      : use === null
        ? 'No token: no role is bound to the account "default", so its programs do not ask the API server.'
        : `Its pods get its token: ${use}.`
  return { value, comments: [{ path: [], lines: [`The account of ${workload}, in place of "default". ${token}`] }] }
}

/** By these, clouds take an account for one of theirs; what tools noted down is not copied. */
function identityAnnotations(account: Resource | undefined): Mapping | null {
  const annotations = mappingAt(mappingAt(account?.object ?? {}, 'metadata') ?? {}, 'annotations') ?? {}
  const kept = Object.entries(annotations).filter(([key]) =>
    /^(?:eks\.amazonaws\.com|iam\.gke\.io|azure\.workload\.identity)\//.test(key)
  )
  return kept.length === 0 ? null : Object.fromEntries(kept)
}

/** The binding once more, for the new account alone; none where it is there. */
function copyOf(
  estate: Estate,
  { binding }: SubjectBinding,
  account: { readonly name: string; readonly namespace: string },
  workload: string
): NewObject[] {
  const { resource, scope } = binding
  const kind = scope === 'cluster' ? 'ClusterRoleBinding' : 'RoleBinding'
  const name = `${resource.name ?? 'default'}-${account.name}`
  const namespace = scope === 'cluster' ? null : (binding.namespace ?? account.namespace)
  if (estate.named({ kind, name, namespace }).length > 0) return []
  const value = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind,
    metadata: namespace === null ? { name } : { name, namespace },
    roleRef: isMapping(resource.object.roleRef) ? resource.object.roleRef : {},
    subjects: [{ kind: 'ServiceAccount', ...account }]
  }
  const lines = [`What ${resource.kind} ${resource.name ?? ''} grants to "default", for ${workload}.`]
  return [{ value, comments: [{ path: [], lines }] }]
}

/** The old field is kept equal where it is used: the API server would, too. */
function accountChanges({ spec, specPath }: PodView, name: string): FieldChange[] {
  const field = (key: string): FieldChange => ({ path: [...specPath, key], set: name })
  return typeof spec.serviceAccount === 'string'
    ? [field('serviceAccountName'), field('serviceAccount')]
    : [field('serviceAccountName')]
}
