import { isMapping } from '../../estate/mapping.ts'
import type { PodView } from '../../estate/workload.ts'
import type { NamedRepair } from '../propose.ts'

/** By one of these, a sidecar that is added later proves who the pod is, with the token of its account. */
const tokenUsers = ['vault.hashicorp.com/agent-inject', 'vault.security.banzaicloud.io/vault-addr']

/**
 * Keeps the token out of a pod that may do nothing with it: its control fails only where no role is bound to the account in
 * what was read.
 */
export const tokenRepair: NamedRepair = ({ pod, field, control }, { grade, argument }, { knowledge }) => {
  if (pod === null) return { kind: 'no-fix', reason: control.remedy }
  const changes = [{ path: field, set: false }]
  if (pod.spec.automountServiceAccountToken === true)
    return { grade, argument: `The manifest asks for the token. ${argument}`, changes }
  if (annotatesTokenUse(pod))
    return { grade, argument: 'What is added to the pod proves by the token who it is.', changes }
  if (usesToken(pod)) return { grade, argument: `What it runs names the token or kubectl. ${argument}`, changes }
  if (!knowledge.isAccountRead(pod)) return { grade, argument, changes }
  return {
    grade: 'safe',
    argument: 'No role is bound to the account, so that the token opens nothing; tokens in volumes of their own stay.',
    changes
  }
}

/** Where programs find the token and the API server, and the program that fails without. */
const tokenWords = /secrets\/kubernetes\.io\/serviceaccount|KUBERNETES_SERVICE_HOST|\bkubectl\b/

/** Whether a container's image, command or variables show that it looks for the token, if only to say who it is. */
function usesToken({ containers }: PodView): boolean {
  return containers.some(({ object: { image, command, args, env } }) =>
    tokenWords.test(JSON.stringify([image, command, args, env], bigAsText))
  )
}

/** JSON has no integers of any size. */
function bigAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

function annotatesTokenUse({ meta }: PodView): boolean {
  const { annotations } = meta
  return isMapping(annotations) && tokenUsers.some((name) => annotations[name] !== undefined)
}
