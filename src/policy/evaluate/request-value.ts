import type { AdmissionRequest, ServedType } from '../request/request.ts'

/**
 * `request` as expressions see it: an AdmissionRequest of admission.k8s.io/v1, without empty fields that Go leaves out.
 * @param unknown Called where something is asked for that is not known; it throws.
 */
export function requestValue(
  request: AdmissionRequest,
  matched: ServedType,
  resource: ServedType,
  unknown: (field: string) => never
): object {
  const { type, subresource, name, namespace, operation, userInfo, dryRun, options } = request
  const value = {
    uid: '',
    kind: kindOf(matched),
    resource: resourceOf(resource),
    ...(subresource === '' ? {} : { subResource: subresource }),
    requestKind: kindOf(type),
    requestResource: resourceOf(type),
    ...(subresource === '' ? {} : { requestSubResource: subresource }),
    ...(name === '' ? {} : { name }),
    ...(namespace === '' ? {} : { namespace }),
    operation,
    object: null,
    oldObject: null,
    dryRun,
    options
  }
  if (userInfo !== null) return { ...value, userInfo }
  return Object.defineProperty(value, 'userInfo', { get: () => unknown('userInfo'), enumerable: true })
}

function kindOf({ group, version, kind }: ServedType): object {
  return { group, version, kind }
}

function resourceOf({ group, version, resource }: ServedType): object {
  return { group, version, resource }
}
