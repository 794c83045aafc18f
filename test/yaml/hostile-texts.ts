import type { YamlProblemKind } from '../../src/yaml/problem.ts'

export interface HostileText {
  /** The kind of its first problem; undefined where it is valid, only large or odd. */
  readonly kind: YamlProblemKind | undefined
  readonly make: () => string
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('')
}

const deployments = (count: number): string =>
  `items:\n${lines(count, (i) => `- name: item-${i}\n  image: "registry/app:${i}"\n  ports: [80, 443]\n  env:\n  - name: A\n    value: b${i}\n  command:\n  - sh\n  - -c # comment\n  resources: {limits: {cpu: 100m}}\n`)}`

const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${lines(10, (i) => `${letter(i + 1)}: &${letter(i + 1)} [${`*${letter(i)}, `.repeat(9)}]\n`)}`

function letter(index: number): string {
  return String.fromCharCode(97 + index)
}

const valid = (make: () => string): HostileText => ({ kind: undefined, make })
const broken = (kind: YamlProblemKind, make: () => string): HostileText => ({ kind, make })

export const hostileTexts: ReadonlyMap<string, HostileText> = new Map([
  ['brackets, 10,000 deep', broken('limit', () => `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`)],
  ['brackets, a million deep', broken('limit', () => '['.repeat(1_000_000))],
  ['JSON objects, 10,000 deep', broken('limit', () => `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)],
  ['list items, 10,000 deep', broken('limit', () => `${'- '.repeat(10_000)}x`)],
  ['mappings, 3,000 deep', broken('limit', () => lines(3000, (i) => `${' '.repeat(i)}a:\n`))],
  ['900 deep', valid(() => `a: ${'['.repeat(900)}${']'.repeat(900)}`)],
  ['900 mappings deep', valid(() => lines(900, (i) => `${' '.repeat(i)}a:\n`))],
  ['an alias bomb', broken('limit', () => bomb)],
  ['an alias in its own anchor', broken('syntax', () => 'a: &a\n  b: *a\n')],
  [
    'a chain of 5,000 anchors',
    broken('limit', () => lines(5000, (i) => `x${i}: &x${i} [${i === 0 ? 1 : `*x${i - 1}`}]\n`))
  ],
  [
    '100,000 anchors and aliases',
    valid(() => lines(100_000, (i) => `- &a${i} x\n`) + lines(100_000, (i) => `- *a${i}\n`))
  ],
  ['12 MB of manifests', valid(() => deployments(70_000))],
  ['12 MB with a merge key', valid(() => `${deployments(70_000)}b: &b {q: 1}\nm:\n  <<: *b\n`)],
  ['12 MB with a fault at the end', broken('syntax', () => `${deployments(70_000)}\tx`)],
  [
    '12 MB of JSON',
    valid(() =>
      JSON.stringify({
        items: Array.from({ length: 90_000 }, (_, i) => ({
          name: `item-${i}`,
          image: `registry/app:${i}`,
          ports: [80, 443],
          env: [{ name: 'A', value: 'b' }]
        }))
      })
    )
  ],
  ['a literal of 4 MB', valid(() => `a: |\n${'  a line of text\n'.repeat(250_000)}`)],
  ['a quoted scalar of 4 MB', valid(() => `a: "${'x'.repeat(4_000_000)}"`)],
  ['a plain scalar of 300,000 lines', valid(() => `a: x\n${'  word word\n'.repeat(300_000)}`)],
  ['a line of 12 MB', valid(() => 'a'.repeat(12_000_000))],
  ['a comment of 12 MB', valid(() => '#'.repeat(12_000_000))],
  ['a million escapes', valid(() => `"${'\\u0041'.repeat(1_000_000)}"`)],
  ['300,000 keys', valid(() => lines(300_000, (i) => `key${i}: v\n`))],
  ['20,000 times the same key', broken('duplicate-key', () => 'a: 1\n'.repeat(20_000))],
  ['a million separators', valid(() => '---\n'.repeat(1_000_000))],
  ['100,000 documents', valid(() => 'a: &x 1\nb: *x\n---\n'.repeat(100_000))],
  ['a million empty brackets', broken('ignored-content', () => '[]'.repeat(1_000_000))],
  ['a million colons', broken('syntax', () => 'a:'.repeat(1_000_000))],
  ['a million question marks', broken('limit', () => '? '.repeat(1_000_000))],
  ['a million tabs', broken('syntax', () => '\t'.repeat(1_000_000))],
  ['a million control characters', broken('syntax', () => `a: "${'\u0001'.repeat(1_000_000)}"`)],
  ['a Helm template', broken('syntax', () => '{{- if .Values.x }}\na: {{ .Values.y }}\n{{ end }}\n'.repeat(50_000))],
  ['nothing', valid(() => '')]
])
