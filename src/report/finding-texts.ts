import type { Finding } from '../scan/finding.ts'
import { jsonString, jsonStringOrNull } from './json-text.ts'

/**
 * Writes findings as JSON, each on one line. What neighbours share (file, object, container) and what recurs all over a
 * report (control, framework items) is turned into text once.
 */
export class FindingTexts {
  readonly #controls = new Map<string, string>()
  readonly #lists = new Map<object, string>()
  #placed: Finding | null = null
  #placeText = ''

  of(finding: Finding): string {
    const { line, column, located, path, message, fix, fingerprint, exception, baseline } = finding
    const position = `${line},"column":${column},"located":${located === null ? 'null' : `"${located}"`}`
    const text = `,"path":${jsonString(path)},"message":${jsonString(message)},"fix":${fix === null ? 'null' : `"${fix}"`}`
    const fault = this.#control(finding) + this.#place(finding) + position + text
    const frameworks = `,"maps":${this.#list(finding.maps)},"fails":${this.#list(finding.fails)}`
    const except = exception === null ? 'null' : JSON.stringify(exception)
    const known = baseline === true ? ',"baseline":true' : ''
    return `${fault},"fingerprint":"${fingerprint}"${frameworks},"exception":${except}${known}}`
  }

  #control({ control, severity, status, reason }: Finding): string {
    if (reason !== null) return `${controlText(control, severity, status)},"reason":${jsonString(reason)}`
    const key = status === 'fail' ? control : `${control} ${status}`
    let text = this.#controls.get(key)
    if (text === undefined) {
      text = controlText(control, severity, status)
      this.#controls.set(key, text)
    }
    return text
  }

  /** From the object to the line: the same for all findings of a container. */
  #place(finding: Finding): string {
    const last = this.#placed
    const { resource, container, file, document } = finding
    const same = last !== null && last.resource === resource && last.container === container
    if (!same || last.file !== file || last.document !== document) {
      const { apiVersion, kind, namespace, name } = resource
      const object = `{"apiVersion":${jsonString(apiVersion)},"kind":${jsonString(kind)},"namespace":${jsonStringOrNull(namespace)},"name":${jsonStringOrNull(name)}}`
      const inside =
        container === null ? 'null' : `{"name":${jsonStringOrNull(container.name)},"type":"${container.type}"}`
      this.#placed = finding
      this.#placeText = `,"resource":${object},"container":${inside},"file":${jsonStringOrNull(file)},"document":${document},"line":`
    }
    return this.#placeText
  }

  #list(value: object): string {
    let text = this.#lists.get(value)
    if (text === undefined) {
      text = JSON.stringify(value)
      this.#lists.set(value, text)
    }
    return text
  }
}

function controlText(control: string, severity: string, status: string): string {
  return `{"control":"${control}","severity":"${severity}","status":"${status}"`
}
