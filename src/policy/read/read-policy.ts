import { mappingAt } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import type { Resource } from '../../estate/resource.ts'
import { PolicyCompiler } from '../language/compiler.ts'
import type { CompiledExpression, MatchResources, NamedExpression, ParamKind, Policy, Validation } from '../policy.ts'
import type { PolicyProblem } from '../problem.ts'
import { FieldReader, mappingsIn, specOf } from './fields.ts'
import { readMatch } from './read-match.ts'

/**
 * Reads a ValidatingAdmissionPolicy of any version. What the API server would refuse is a problem, and then there is no
 * policy.
 */
export function readPolicy(resource: Resource): { readonly policy: Policy } | { readonly problems: PolicyProblem[] } {
  const reader = new FieldReader(resource)
  const name = resource.name ?? ''
  if (name === '') reader.report(['metadata', 'name'], 'a policy needs a name')
  const spec = specOf(resource)
  const paramKind = readParamKind(reader)
  const compiler = new PolicyCompiler(paramKind !== null)
  const policy: Policy = {
    name,
    resource,
    failurePolicy: reader.choice(spec, 'failurePolicy', ['Fail', 'Ignore'], ['spec']),
    match: readConstraints(reader),
    paramKind,
    matchConditions: readNamed(reader, 'matchConditions', 'name', 'expression', (text) =>
      compiler.expression(text, ['bool'], 'withoutVariables')
    ),
    variables: readNamed(reader, 'variables', 'name', 'expression', (text, variable) =>
      compiler.variable(variable, text)
    ),
    validations: readValidations(reader, compiler),
    auditAnnotations: readNamed(reader, 'auditAnnotations', 'key', 'valueExpression', (text) =>
      compiler.expression(text, ['string', 'null'])
    )
  }
  return reader.problems.length === 0 ? { policy } : { problems: reader.problems }
}

function readParamKind(reader: FieldReader): ParamKind | null {
  const written = mappingAt(specOf(reader.resource), 'paramKind')
  if (written === undefined) return null
  const path = ['spec', 'paramKind']
  return { apiVersion: reader.text(written, 'apiVersion', path), kind: reader.text(written, 'kind', path) }
}

function readConstraints(reader: FieldReader): MatchResources {
  const path = ['spec', 'matchConstraints']
  const match = readMatch(reader, mappingAt(specOf(reader.resource), 'matchConstraints') ?? {}, path)
  if (match.resourceRules.length === 0)
    reader.report([...path, 'resourceRules'], 'resourceRules is missing: the policy is about nothing')
  return match
}

function readValidations(reader: FieldReader, compiler: PolicyCompiler): Validation[] {
  const spec = specOf(reader.resource)
  const written = mappingsIn(spec, 'validations')
  if (written.length === 0 && mappingsIn(spec, 'auditAnnotations').length === 0)
    reader.report(['spec', 'validations'], 'validations is missing: the policy judges nothing')
  return written.flatMap(([index, validation]): Validation[] => {
    const path = ['spec', 'validations', index]
    const text = reader.text(validation, 'expression', path)
    const made = text === '' ? null : compiled(reader, [...path, 'expression'], compiler.expression(text, ['bool']))
    const { message = '', messageExpression = '' } = validation
    if (typeof message === 'string' && message.trim().includes('\n'))
      reader.report([...path, 'message'], 'message must not contain line breaks')
    const telling =
      typeof messageExpression === 'string' && messageExpression !== ''
        ? compiled(
            reader,
            [...path, 'messageExpression'],
            compiler.expression(messageExpression, ['string'], 'withoutAuthorizer')
          )
        : null
    const reason = reader.choice(validation, 'reason', reasons, path)
    if (made === null) return []
    return [{ ...made, message: typeof message === 'string' ? message : '', messageExpression: telling, reason }]
  })
}

/** Source: supportedValidationPolicyReason of pkg/apis/admissionregistration/validation. */
const reasons = ['Invalid', 'Forbidden', 'RequestEntityTooLarge'] as const

function readNamed(
  reader: FieldReader,
  list: string,
  nameKey: string,
  textKey: string,
  compile: (text: string, name: string) => CompiledExpression | { readonly problem: string }
): NamedExpression[] {
  return mappingsIn(specOf(reader.resource), list).flatMap(([index, written]) => {
    const path = ['spec', list, index]
    const name = reader.text(written, nameKey, path)
    const text = reader.text(written, textKey, path)
    const made = text === '' ? null : compiled(reader, [...path, textKey], compile(text, name))
    return made === null ? [] : [{ ...made, name }]
  })
}

function compiled(
  reader: FieldReader,
  path: Path,
  result: CompiledExpression | { readonly problem: string }
): CompiledExpression | null {
  if (!('problem' in result)) return result
  reader.report(path, result.problem)
  return null
}
