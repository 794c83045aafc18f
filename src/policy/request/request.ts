import type { Mapping } from '../../estate/mapping.ts'

export type Operation = 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT'

/** A type of objects as it is served. */
export interface ServedType {
  /** Empty for the core group. */
  readonly group: string
  readonly version: string
  readonly kind: string
  /** Such as `deployments`. */
  readonly resource: string
}

/** Who sent a request. */
export interface UserInfo {
  readonly username: string
  readonly uid?: string
  readonly groups?: readonly string[]
  readonly extra?: Readonly<Record<string, readonly string[]>>
}

/** What admission of the API server is asked: the request of a client after the object was read and filled in. */
export interface AdmissionRequest {
  readonly operation: Operation
  readonly type: ServedType
  /** Empty for the object itself. */
  readonly subresource: string
  /** Empty where the API server is to make a name. */
  readonly name: string
  /** Empty for an object in no namespace; a Namespace is in itself. */
  readonly namespace: string
  /** As the API server holds it; null for DELETE. */
  readonly object: Mapping | null
  /** Null for CREATE and CONNECT. */
  readonly oldObject: Mapping | null
  /** Null where that is not known. */
  readonly userInfo: UserInfo | null
  readonly dryRun: boolean
  /** The options of the operation, such as a CreateOptions. */
  readonly options: Mapping
}
