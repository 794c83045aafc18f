import type { Finding } from '../../scan/finding.ts'
import { jsonOf, jsonString } from '../json-text.ts'
import type { SourceLines } from '../text/source-lines.ts'
import type { ArtifactUris } from './artifact-uri.ts'
import { kinds, levels } from './levels.ts'
import type { Rules } from './rules.ts'

/** Writes findings as SARIF results (section 3.27), each on one line. */
export class ResultTexts {
  readonly #rules: Rules
  readonly #uris: ArtifactUris
  readonly #lines: SourceLines

  constructor(rules: Rules, uris: ArtifactUris, lines: SourceLines) {
    this.#rules = rules
    this.#uris = uris
    this.#lines = lines
  }

  of(finding: Finding): string {
    const { control, severity, status, exception, fingerprint, path, fix, fails, baseline } = finding
    const kind = kinds[status]
    const verdict = kind === 'fail' ? `"level":"${levels[severity]}"` : `"kind":"${kind}","level":"none"`
    const rule = `"ruleId":${jsonString(control)},"ruleIndex":${this.#rules.indexOf(finding)}`
    const message = `"message":{"text":${jsonString(messageOf(finding))}}`
    const location = `{"physicalLocation":${this.#physical(finding)},"logicalLocations":[${logical(finding)}]}`
    // Code scanning tells alerts apart by this print alone, besides rule and file; its form is a hash and a number.
    const prints = `"partialFingerprints":{"primaryLocationLineHash":"${fingerprint}:1"}`
    const suppressed = exception === null ? '' : `,"suppressions":[${suppression(exception)}]`
    const known = baseline === true ? ',"baselineState":"unchanged"' : ''
    const properties = `"properties":{"path":${jsonString(path)},"fix":${fix === null ? 'null' : `"${fix}"`},"fails":${jsonOf(fails)}}`
    return `{${rule},${verdict},${message},"locations":[${location}],${prints}${suppressed}${known},${properties}}`
  }

  #physical({ file, line, column, resource }: Finding): string {
    if (file === null) {
      const { apiVersion, kind, namespace, name } = resource
      const steps = [...apiVersion.split('/'), ...(namespace === null ? [] : [namespace]), kind, name ?? '']
      return `{"artifactLocation":${this.#uris.ofObject(steps)}}`
    }
    const artifact = `{"artifactLocation":${this.#uris.ofFile(file)}`
    if (line === null || column === null) return `${artifact}}`
    // What is pointed at begins at the column; where it ends is not known, so the region ends with the line.
    const end = (this.#lines.line(file, line)?.length ?? 0) + 1
    const region = `"startLine":${line},"startColumn":${column},"endLine":${line}`
    return `${artifact},"region":{${region}${end > column ? `,"endColumn":${end}` : ''}}}`
  }
}

/** In plain text a pair of brackets before a parenthesis is a link (section 3.11.6): names from outside make none. */
function messageOf({ message, reason, resource: { kind, namespace, name } }: Finding): string {
  const why = reason === null ? '' : `: ${reason}`
  const object = `${kind} ${namespace === null ? '' : `${namespace}/`}${name ?? '(no name)'}`
  const text = `${message}${why} (${object})`
  return text.includes('](') ? text.replace(/[[\]]/g, '\\$&') : text
}

/** The object, and the container where one is meant. */
function logical({ resource: { apiVersion, kind, namespace, name }, container }: Finding): string {
  const object = [apiVersion, kind, ...(namespace === null ? [] : [namespace]), name ?? ''].join('/')
  if (container === null)
    return `{"name":${jsonString(name ?? kind)},"fullyQualifiedName":${jsonString(object)},"kind":"resource"}`
  const inner = container.name ?? container.type
  const full = jsonString(`${object}/${container.type}/${inner}`)
  return `{"name":${jsonString(inner)},"fullyQualifiedName":${full},"kind":"${container.type}"}`
}

/** The id of exceptions that a manifest grants itself. */
const annotation = 'annotation'

function suppression({ id, reason, owner, expires }: NonNullable<Finding['exception']>): string {
  const justification = `${reason} (${owner}, until ${expires})`
  return `{"kind":"${id === annotation ? 'inSource' : 'external'}","status":"accepted","justification":${jsonString(justification)},"properties":${jsonOf({ exception: id })}}`
}
