import { type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import type { Binding, ParamRef, ValidationAction } from '../policy.ts'
import { validationActions } from '../policy.ts'
import type { PolicyProblem } from '../problem.ts'
import { FieldReader, specOf, textsIn } from './fields.ts'
import { readMatch, readSelector } from './read-match.ts'

/** Reads a ValidatingAdmissionPolicyBinding of any version. */
export function readBinding(
  resource: Resource
): { readonly binding: Binding } | { readonly problems: PolicyProblem[] } {
  const reader = new FieldReader(resource)
  const name = resource.name ?? ''
  if (name === '') reader.report(['metadata', 'name'], 'a binding needs a name')
  const spec = specOf(resource)
  const match = mappingAt(spec, 'matchResources')
  const paramRef = mappingAt(spec, 'paramRef')
  const binding: Binding = {
    name,
    policyName: reader.text(spec, 'policyName', ['spec']),
    resource,
    match: match === undefined ? null : readMatch(reader, match, ['spec', 'matchResources']),
    paramRef: paramRef === undefined ? null : readParamRef(reader, paramRef),
    validationActions: readActions(reader, spec)
  }
  return reader.problems.length === 0 ? { binding } : { problems: reader.problems }
}

function readActions(reader: FieldReader, spec: Mapping): ValidationAction[] {
  const written = textsIn(spec, 'validationActions')
  const actions = validationActions.filter((action) => written.includes(action))
  const path = ['spec', 'validationActions']
  if (actions.length !== new Set(written).size || actions.length === 0)
    reader.report(path, `validationActions must name some of ${validationActions.join(', ')}`)
  if (actions.includes('Deny') && actions.includes('Warn'))
    reader.report(path, 'Deny and Warn must not be used together: the client sees the refusal anyway')
  return actions
}

function readParamRef(reader: FieldReader, ref: Mapping): ParamRef {
  const path = ['spec', 'paramRef']
  const name = stringAt(ref, 'name') || null
  const hasSelector = mappingAt(ref, 'selector') !== undefined
  if ((name !== null) === hasSelector) reader.report(path, 'paramRef needs either a name or a selector')
  if (ref.parameterNotFoundAction === undefined)
    reader.report([...path, 'parameterNotFoundAction'], 'parameterNotFoundAction is missing: write Allow or Deny')
  return {
    name,
    namespace: stringAt(ref, 'namespace') || null,
    selector: readSelector(reader, ref.selector, [...path, 'selector'])?.matches ?? null,
    notFound: reader.choice(ref, 'parameterNotFoundAction', ['Deny', 'Allow'], path)
  }
}
