import type { Estate } from '../../estate/estate.ts'
import { isMapping, mappingAt } from '../../estate/mapping.ts'
import type { PodView } from '../../estate/workload.ts'
import { workloadTexts } from '../../network/connections/workload-texts.ts'

/** What only programs name that ask the API server, or show its token to somebody. */
const signs =
  /\/var\/run\/secrets\/kubernetes\.io\/serviceaccount|\bkubernetes\.default(?:\.svc)?\b|\bKUBERNETES_SERVICE_HOST\b|\bin[-_]?cluster[-_]?config\b/i

/** Annotations by which an agent is injected that logs in with the token of the pod. */
const agents = ['vault.hashicorp.com/agent-inject', 'consul.hashicorp.com/connect-inject']

/** Why a pod needs the token of its account although no role is bound to that, for a sentence; null where nothing says so. */
export function tokenUse(estate: Estate, view: PodView): string | null {
  const annotations = mappingAt(view.meta, 'annotations')
  const agent = agents.find((key) => isMapping(annotations) && String(annotations[key]) === 'true')
  if (agent !== undefined) return `the annotation ${agent} asks for an agent that logs in with it`
  const sign = workloadTexts(estate, view).find(({ text }) => signs.test(text))
  return sign === undefined ? null : `${sign.where} names the API server or its token`
}
