import { isMapping } from '../../estate/mapping.ts'

/** A setting that the hardening guide asks for and a template or a MuleApplication may carry. */
export interface HardenedSetting {
  /** Below `spec`. */
  readonly path: readonly string[]
  readonly value: unknown
  /** Whether what is there does as well. */
  readonly isMet: (present: unknown) => boolean
  /** Ids of the controls that it is for. */
  readonly controls: readonly string[]
  /** One line, for a comment beside it. */
  readonly why: string
}

const context = ['pod', 'containerSecurityContext'] as const

/** In the order in which they are written. */
export const hardenedSettings: readonly HardenedSetting[] = [
  {
    path: [...context, 'runAsNonRoot'],
    value: true,
    isMet: (present) => present === true,
    controls: ['run-as-non-root', 'non-root-user'],
    why: 'The kubelet refuses an image that would run as root.'
  },
  {
    path: [...context, 'seccompProfile'],
    value: { type: 'RuntimeDefault' },
    isMet: (present) => isMapping(present) && (present.type === 'RuntimeDefault' || present.type === 'Localhost'),
    controls: ['seccomp-profile', 'seccomp-profile-type'],
    why: 'System calls that no application needs are closed.'
  },
  {
    path: ['pod', 'automountServiceAccountToken'],
    value: false,
    isMet: (present) => present === false,
    controls: ['service-account-token'],
    why: 'No application gets a token of the API server that it has no use for.'
  }
]

/** Has all applications of a namespace share the account `default`, which the CIS benchmark (5.1.5) keeps unused. */
export const sharedAccountKey = ['pod', 'env', 'DISABLE_PER_APP_SA'] as const

export const storageLimitKey = ['pod', 'ephemeralStorageLimit'] as const
