import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseYaml } from '../../yaml/parse.ts'
import { placeholder } from '../rendered/align.ts'
import { firstBranchesOf, lastBranchesOf, skeletonOf } from './skeleton.ts'

/** The value that a template's skeleton reads as, holes shown as `?`. */
function skeleton(template: string, make = skeletonOf): unknown {
  const text = make(template)
  assert.equal(text.length, template.length)
  assert.deepEqual(
    [...text.matchAll(/\n/g)].map(({ index }) => index),
    [...template.matchAll(/\n/g)].map(({ index }) => index)
  )
  const [document] = parseYaml(text)
  const shown: unknown = JSON.parse(
    JSON.stringify(document?.value ?? null).replaceAll(new RegExp(`${placeholder}+`, 'g'), '?')
  )
  return shown
}

describe('skeletonOf', () => {
  test('keeps what is literal and marks what is computed', () => {
    assert.deepEqual(skeleton('kind: Pod\nname: {{ .Release.Name }}-web\nimage: "{{ .a }}:{{ .b }}"\n'), {
      kind: 'Pod',
      name: '?-web',
      image: '?:?'
    })
  })

  test('takes out control lines, comments over lines and what fills a key from below', () => {
    const template = [
      '{{- /* a comment',
      '  with: {braces} */ -}}',
      '{{- with .Values.x }}',
      'labels:',
      '  {{- include "l" . | nindent 2 }}',
      'args:{{ range .args }}',
      '- {{ . }}{{ end }}',
      'kept: true',
      '{{- end }}'
    ]
    assert.deepEqual(skeleton(template.join('\n')), { labels: null, args: ['?'], kept: true })
  })

  test('keeps both branches where they fit', () => {
    assert.deepEqual(skeleton('{{ if .a }}\na: 1\n{{ else }}\nb: 2\n{{ end }}\n'), { a: 1, b: 2 })
  })

  test('gives up the text of else where it does not fit', () => {
    const template =
      'a:\n{{- if .x }}\n  b: 1\n{{- if .y }}\n  c: 2\n{{- else }}\n  - z\n{{- end }}\n{{- else if .z }}\n- d\n{{- else }}\n  - e\n{{- end }}\nf: 3\n'
    assert.deepEqual(skeleton(template), { a: { b: 1, c: 2 }, f: 3 })
  })

  test('one branch of each condition', () => {
    const template =
      '{{ if .a }}\na: 1\n{{ if .b }}\nb: 1\n{{ else }}\nb: 2\n{{ end }}\n{{ else if .c }}\na: 2\n{{ else }}\na: 3\n{{ end }}\n{{ with .d }}\nd: {{ . }}\n{{ end }}\n'
    assert.deepEqual(skeleton(template, firstBranchesOf), { a: 1, b: 1, d: '?' })
    assert.deepEqual(skeleton(template, lastBranchesOf), { a: 3, d: '?' })
  })
})
