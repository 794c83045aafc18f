import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { locateInOrigin } from './locate.ts'
import { readText } from './read-text.ts'

/** What a file of this text gives, in short. */
function read(text: string) {
  const { resources, skipped, errors } = readText('f.yaml', text, false)
  return {
    kinds: resources.map(({ kind, name }) => `${kind} ${name}`),
    skipped: skipped.map(({ document, reason }) => [document, reason]),
    errors: errors.map(({ line, column, message }) => [line, column, message] as const)
  }
}

const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: app\n'

describe('what is read without a word', () => {
  const bodies: [name: string, text: string][] = [
    ['CRLF', pod.replaceAll('\n', '\r\n')],
    ['a BOM', `\uFEFF${pod}`],
    ['empty documents between others', `---\n# nothing\n---\n${pod}---\n`],
    ['JSON', '{"apiVersion": "v1", "kind": "Pod",\n\t"metadata": {"name": "a"}, "spec": {"containers": []}}'],
    ['merge keys and unknown tags', `${pod}      env: !own [&x {name: e}, {<<: *x, value: "1"}]\n`],
    ['templates of other tools inside strings', `${pod}      image: "{{ image }}"\n`]
  ]
  for (const [name, text] of bodies) {
    test(name, () => assert.deepEqual(read(text), { kinds: ['Pod a'], skipped: [], errors: [] }))
  }
})

describe('what is skipped, with its reason', () => {
  const bodies: [name: string, text: string, document: number, reason: RegExp][] = [
    ['an empty file', '', 0, /^empty$/],
    ['blanks', ' \n\n', 0, /^empty$/],
    ['comments', '# a\n---\n# b\n', 0, /^only comments$/],
    ['values', 'replicas: 2\n', 0, /^not a Kubernetes object$/],
    ['a list', '- a\n- b\n', 0, /^not a Kubernetes object$/],
    ['a scalar', 'text\n', 0, /^not a Kubernetes object$/],
    ['a configuration', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n', 0, /Kustomization/],
    ['what repeats a key but is not for a cluster', 'a: 1\na: 2\n', 0, /^not a Kubernetes object$/],
    ['a patch', `$patch: delete\n${pod}`, 0, /patch/],
    ['an empty List', 'apiVersion: v1\nkind: List\nitems: []\n', 0, /^a List without items$/],
    ['a List of nothing', 'apiVersion: v1\nkind: List\nmetadata: {}\n', 0, /^a List without items$/],
    ['an empty typed list', 'apiVersion: v1\nkind: PodList\nitems: []\n', 0, /^a PodList without items$/],
    ['a later document', `${pod}---\na: 1\n`, 1, /^not a Kubernetes object$/]
  ]
  for (const [name, text, document, reason] of bodies) {
    test(name, () => {
      const { skipped, errors } = read(text)
      assert.equal(skipped.length, 1)
      assert.equal(skipped[0]?.[0], document)
      assert.match(String(skipped[0]?.[1]), reason)
      assert.deepEqual(errors, [])
    })
  }

  test("another tool's JSON with comments is skipped, a broken manifest is not", () => {
    const settings = '{\n  // strict\n  "compilerOptions": {},\n}\n'
    const outcomes = (file: string, text: string, named = false) => {
      const { skipped, errors } = readText(file, text, named)
      return [skipped.length, errors.length]
    }
    assert.deepEqual(outcomes('tsconfig.json', settings), [1, 0])
    assert.deepEqual(outcomes('tsconfig.json', settings, true), [0, 1])
    assert.deepEqual(outcomes('pod.json', '{"apiVersion": "v1", "kind":'), [0, 1])
    assert.deepEqual(outcomes('pod.yaml', settings), [0, 1])
  })

  test('what only looks like a mistyped kind is none', () => {
    for (const [apiVersion, kind] of [
      ['example.com/v1', 'pod'],
      ['v1', 'Node'],
      ['v1', 'DeploymentConfig'],
      ['batch/v2alpha1', 'ScheduledJob'],
      ['apps/v1', 'ControllerRevision'],
      ['v1', 'PodTemplate']
    ] as const) {
      const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`
      assert.deepEqual(
        read(text).errors.filter(({ 2: message }) => message.includes('did you mean')),
        []
      )
    }
  })

  test('a file named directly is marked', () => {
    assert.deepEqual(
      [true, false].map((named) => readText('f.yaml', 'a: 1', named).skipped[0]?.named),
      [true, false]
    )
  })
})

describe('what is an error, with its place', () => {
  type Case = [name: string, text: string, line: number, message: RegExp, kinds: string[]]
  const cases: Case[] = [
    ['malformed YAML', `${pod}---\na: [\n---\n${pod}`, 9, /never closed/, ['Pod a', 'Pod a']],
    ['a tab', `${pod}---\na:\n\tb: 1\n`, 10, /tab/, ['Pod a']],
    ['duplicate keys', `${pod}      image: one\n      image: two\n`, 9, /image.*line 8.*strict/, ['Pod a']],
    [
      'a number JSON cannot hold',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: .inf}\n',
      4,
      /\.inf/,
      []
    ],
    ['a self-referring alias', 'a: &x\n  b: *x\n', 2, /./, []],
    [
      'a Helm template',
      'kind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n---\nspec: {{ .x }}\n',
      3,
      /Helm template.*chart/,
      []
    ],
    ['a template with control lines', '{{- if .Values.on }}\nkind: Pod\n{{- end }}\n', 1, /Helm template/, []],
    [
      'spec: null',
      'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: null\n',
      4,
      /spec is null/,
      ['Service a']
    ],
    [
      'spec: null of a workload',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n',
      4,
      /spec is null/,
      ['Deployment a']
    ],
    [
      'no template',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: 1}\n',
      4,
      /spec\.template is missing/,
      ['Deployment a']
    ],
    [
      'metadata that is a list',
      'apiVersion: v1\nkind: Service\nmetadata: [a]\n',
      3,
      /metadata must be an object/,
      ['Service null']
    ],
    ['containers that are a mapping', pod.replace('- name', '  name'), 7, /containers must be a list/, ['Pod a']],
    ['a container that is a string', `${pod}    - sidecar\n`, 8, /container must be an object/, ['Pod a']],
    [
      'a Secret that is not encoded',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata:\n  password: hunter2\n',
      5,
      /^data\.password must be base64, not other text: encode it, or write it under stringData as it is$/,
      ['Secret a']
    ],
    ['no apiVersion', 'kind: Pod\nmetadata:\n  name: a\n', 1, /apiVersion is missing/, []],
    [
      'a kind in small letters',
      pod.replace('Pod', 'pod'),
      2,
      /^v1 has no kind "pod"; did you mean "Pod"\?$/,
      ['pod a']
    ],
    [
      'a mistyped kind',
      pod.replace('v1\nkind: Pod', 'apps/v1\nkind: Deploymnet'),
      2,
      /^apps\/v1 has no kind "Deploymnet"; did you mean "Deployment"\?$/,
      ['Deploymnet a']
    ],
    ['no metadata', 'apiVersion: v1\nkind: Pod\nspec: {containers: []}\n', 1, /metadata is missing/, ['Pod null']]
  ]
  for (const [name, text, line, message, kinds] of cases) {
    test(name, () => {
      const { errors, skipped, kinds: found } = read(text)
      assert.equal(errors.length, 1, JSON.stringify(errors))
      assert.equal(errors[0]?.[0], line)
      assert.match(errors[0]?.[2] ?? '', message)
      assert.deepEqual(found, kinds)
      assert.deepEqual(skipped, [])
    })
  }

  test('deep nesting and an alias bomb end at once', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 12; level++) {
      const [from, to] = [String.fromCharCode(96 + level), String.fromCharCode(97 + level)]
      bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`)
    }
    for (const text of [bomb.join('\n'), '['.repeat(10_000), `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`]) {
      const start = performance.now()
      assert.equal(read(text).errors.length, 1)
      assert.ok(performance.now() - start < 2000)
    }
  })

  test('one bad item of a List costs no other', () => {
    const item = (name: string) => `  - apiVersion: v1\n    kind: Service\n    metadata: {name: ${name}}\n`
    const text = `apiVersion: v1\nkind: List\nitems:\n${item('a')}  - 5\n${item('b')}`
    const { kinds, errors } = read(text)
    assert.deepEqual(kinds, ['Service a', 'Service b'])
    assert.deepEqual(errors, [[7, 5, 'item 1 of this List is not a Kubernetes object']])
  })
})

describe('locateInOrigin', () => {
  test('finds fields in the file, inside a List too', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- ${pod.trimEnd().replaceAll('\n', '\n  ')}\n`
    const unit = readText('f.yaml', `# first\n---\n${list}`, false)
    const [resource] = unit.resources
    assert.ok(resource)
    const [name, image, absent] = locateInOrigin(unit, resource, [
      ['metadata', 'name'],
      ['spec', 'containers', 0, 'image'],
      ['spec', 'hostPID']
    ])
    assert.deepEqual(name, { file: 'f.yaml', document: 1, line: 9, column: 11, located: 'exact' })
    assert.deepEqual(image, { file: 'f.yaml', document: 1, line: 12, column: 9, located: 'parent' })
    assert.deepEqual(absent, { file: 'f.yaml', document: 1, line: 10, column: 3, located: 'parent' })
  })
})
