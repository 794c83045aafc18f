/** Reads the cases and the answers recorded to them: `cases/SUBJECT.json` is written by hand, `answers/` is not. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Answer } from './answer.ts'
import type { Question } from './oracle.ts'

export function subjects(): string[] {
  return readdirSync(new URL('cases', import.meta.url))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted()
}

export function readCases(subject: string): Question {
  return read(new URL(`cases/${subject}.json`, import.meta.url))
}

/** By expression. */
export function readAnswers(subject: string): Readonly<Record<string, Answer>> {
  return read(answersUrl(subject))
}

export function answersUrl(subject: string): URL {
  return new URL(`answers/${subject}.json`, import.meta.url)
}

function read<T>(url: URL): T {
  return JSON.parse(readFileSync(url, 'utf8'))
}
