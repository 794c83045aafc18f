/** How the readers of `src/yaml` and Kubernetes' own library answer to one text, in a form that can be compared. */
import { readDocument } from '../../src/yaml/full/read-document.ts'
import { YamlFault } from '../../src/yaml/problem.ts'
import { QuickReader } from '../../src/yaml/quick/read-document.ts'
import { canonical, canonicalJson } from './canonical.ts'
import type { Answer } from './oracle-client.ts'

export const refused = 'refused'

/** The first document as the full reader has it: canonical JSON, or `refused`. */
export function readFully(text: string): string {
  try {
    return canonical(readDocument(text).value)
  } catch (fault) {
    if (fault instanceof YamlFault) return refused
    throw fault
  }
}

/** The text as the quick reader has it, or undefined where it leaves it to the full one or reads a part of it only. */
export function readQuickly(text: string): string | undefined {
  const reader = new QuickReader(text)
  return text.isWellFormed() && reader.read(0) && reader.end === text.length ? canonical(reader.value) : undefined
}

export function answered(answer: Answer): string {
  return answer.error === undefined ? canonicalJson(answer.json ?? 'null') : refused
}
