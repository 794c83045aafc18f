/** One contestant of the benchmark of edits, in a process of its own: edits all texts once, and says what that cost. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { editDocuments } from '../src/yaml/edit/edit-document.ts'
import { parseYaml } from '../src/yaml/parse.ts'
import type { EditPass } from './edit.ts'

const label = ['metadata', 'labels', 'edited'] as const

function edited(text: string): string {
  const documents = parseYaml(text).filter(({ value }) => typeof value === 'object' && value !== null)
  const edits = documents.map((document) => ({ document, changes: [{ path: pathIn(document.value), set: 'yes' }] }))
  return editDocuments(text, edits).text
}

/** Of a list, an item in its middle gets the label. */
function pathIn(value: unknown): readonly (string | number)[] {
  const items = typeof value === 'object' && value !== null ? Reflect.get(value, 'items') : undefined
  return Array.isArray(items) ? ['items', items.length >> 1, ...label] : label
}

function written(text: string): string {
  const documents = parseAllDocuments(text)
  for (const document of documents) if (document.errors.length === 0) document.setIn(label, 'yes')
  return documents.map(String).join('')
}

function readOnly(text: string): string {
  parseYaml(text)
  return text
}

const editors: Readonly<Record<string, (text: string) => string>> = {
  bulwark: edited,
  yaml: written,
  reading: readOnly
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: "registry.example/web:1.4" # pinned
      securityContext: {privileged: true}
      resources:
        limits:
          cpu: 100m
          memory: 64Mi
`

function textsOf(subject: string): string[] {
  const [count = '', unit] = subject.split(' ')
  if (unit === 'documents') return [Array.from({ length: Number(count) }, () => pod).join('---\n')]
  if (unit !== 'MB')
    return globSync('**/*.{yaml,yml}', { cwd: subject }).map((file) => readFileSync(join(subject, file), 'utf8'))
  const item = `  - ${pod.trimEnd().replaceAll('\n', '\n    ')}\n`
  return [`apiVersion: v1\nkind: List\nitems:\n${item.repeat((Number(count) * 1e6) / item.length)}`]
}

/** Whether a line with content is missing that stood there before; empty brackets may have been filled. */
function isDisturbed(before: string, after: string): boolean {
  const counts = new Map<string, number>()
  for (const line of after.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1)
  return before.split('\n').some((line) => {
    const left = counts.get(line) ?? 0
    counts.set(line, left - 1)
    return left <= 0 && !/^\s*(metadata|labels):|^\s*$/.test(line)
  })
}

const [name = '', subject = '.'] = process.argv.slice(2)
const editor = editors[name]
if (editor === undefined) throw new Error(`one of ${Object.keys(editors).join(', ')}`)

const texts = textsOf(subject)
const results: string[] = []
const before = process.cpuUsage()
for (const text of texts) {
  try {
    results.push(editor(text))
  } catch {
    results.push(text)
  }
}
const { user, system } = process.cpuUsage(before)
const pass: EditPass = {
  cpu: (user + system) / 1000,
  files: texts.length,
  megabytes: texts.reduce((sum, text) => sum + text.length, 0) / 1e6,
  disturbed: texts.filter((text, at) => isDisturbed(text, results[at] ?? '')).length
}
process.stdout.write(JSON.stringify(pass))
