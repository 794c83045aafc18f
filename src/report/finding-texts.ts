import type { ContainerIdentity, Finding, ResourceIdentity } from '../scan/finding.ts'
import { jsonString, jsonStringOrNull } from './json-text.ts'

/**
 * Writes findings as JSON, each on one line. What neighbours share (file, object, container) and what recurs all over a
 * report (framework items) is turned into text once.
 */
export class FindingTexts {
  readonly #recurring = new Map<object, string>()
  #file: string | null = null
  #fileText = 'null'
  #resource: ResourceIdentity | undefined
  #resourceText = ''
  #container: ContainerIdentity | null = null
  #containerText = 'null'

  of(finding: Finding): string {
    const { control, severity, status, reason, path, message, fix, located, exception } = finding
    const why = reason === null ? '' : `,"reason":${jsonString(reason)}`
    return `{"control":"${control}","severity":"${severity}","status":"${status}"${why},"resource":${this.#resourceOf(finding)},"container":${this.#containerOf(finding)},"file":${this.#fileOf(finding)},"document":${finding.document},"line":${finding.line},"column":${finding.column},"located":${located === null ? 'null' : `"${located}"`},"path":${jsonString(path)},"message":${jsonString(message)},"fix":${fix === null ? 'null' : `"${fix}"`},"fingerprint":"${finding.fingerprint}","maps":${this.#shared(finding.maps)},"fails":${this.#shared(finding.fails)},"exception":${exception === null ? 'null' : JSON.stringify(exception)}}`
  }

  #fileOf({ file }: Finding): string {
    if (file !== this.#file) {
      this.#file = file
      this.#fileText = jsonStringOrNull(file)
    }
    return this.#fileText
  }

  #resourceOf({ resource }: Finding): string {
    if (resource !== this.#resource) {
      const { apiVersion, kind, namespace, name } = resource
      this.#resource = resource
      this.#resourceText = `{"apiVersion":${jsonString(apiVersion)},"kind":${jsonString(kind)},"namespace":${jsonStringOrNull(namespace)},"name":${jsonStringOrNull(name)}}`
    }
    return this.#resourceText
  }

  #containerOf({ container }: Finding): string {
    if (container !== this.#container) {
      this.#container = container
      this.#containerText =
        container === null ? 'null' : `{"name":${jsonStringOrNull(container.name)},"type":"${container.type}"}`
    }
    return this.#containerText
  }

  #shared(value: object): string {
    let text = this.#recurring.get(value)
    if (text === undefined) {
      text = JSON.stringify(value)
      this.#recurring.set(value, text)
    }
    return text
  }
}
