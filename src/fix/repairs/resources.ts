import type { NamedRepair } from '../propose.ts'

/** Sets a request or limit to what the user says: how much a program needs stands in no manifest. */
export const resourcesRepair: NamedRepair = ({ container, field, control }, { grade, argument }, { knowledge }) => {
  const [list, name] = field.slice(-2)
  if (container === null || (list !== 'requests' && list !== 'limits') || typeof name !== 'string')
    return { kind: 'no-fix', reason: control.remedy }
  const amount = knowledge.choices[list][name]
  if (amount !== undefined) return { grade, argument, changes: [{ path: field, set: amount }] }
  return { kind: 'choice', reason: `how much it needs is not known: --${list} ${name}=AMOUNT says it` }
}
