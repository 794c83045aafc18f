import type { CompanionTheme } from './companion.ts'

/** The controls that companions of each theme can answer; what one answers depends on what is there. */
export const companionControls: Readonly<Record<CompanionTheme, readonly string[]>> = {
  'pod-security': ['pod-security-enforcement', 'pod-security-level'],
  'limit-range': ['limit-range'],
  'resource-quota': ['resource-quota'],
  'service-accounts': ['default-service-account', 'default-account-automount'],
  'network-policies': [
    'default-deny-ingress',
    'default-deny-egress',
    'namespace-network-policy',
    'unselected-pod',
    'metadata-service'
  ]
}

const all = new Set(Object.values(companionControls).flat())

/** Whether `fix --companions` may make what a control asks for. */
export function isForCompanions(control: string): boolean {
  return all.has(control)
}
