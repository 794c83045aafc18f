/** Input that is wrong, a few files each, with what a scan has to say about it. */
import type { TreeEntry } from '../../src/sources/temp-tree.fixture.ts'
import { goodPod } from './manifests.ts'

export interface BadInput {
  readonly files: Readonly<Record<string, TreeEntry>>
  /** The file, what stands on the line that is named (null where no line can be), and what the message says. */
  readonly errors: readonly (readonly [file: string, at: string | null, message: RegExp])[]
  /** Names of pods that are judged all the same: each of them has `hostPID: true`. */
  readonly judged?: readonly string[]
}

/** A pod that shares the node's processes, so that it is seen whether it was judged. */
export const seen = (name: string, extra = ''): string => goodPod(name, `  hostPID: true\n${extra}`)

const bomb = Array.from({ length: 10 }, (_, level) => `x${level + 1}: &x${level + 1} [${`*x${level}, `.repeat(9)}]`)
const indented = (text: string): string => `  - ${text.trimEnd().replaceAll('\n', '\n    ')}\n`
const listOf = (...items: readonly string[]): string => `apiVersion: v1\nkind: List\nitems:\n${items.join('')}`
const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n'

export const badInputs: Readonly<Record<string, BadInput>> = {
  'malformed YAML': {
    files: { 'broken.yaml': `${seen('broken')}  volumes: [{name: tmp}\n` },
    errors: [['broken.yaml', 'volumes', /never closed by "\]"/]]
  },
  'a Helm template': {
    files: { 'web.yaml': seen('{{ .Release.Name }}').replace('namespace:', '{{- with .x }}\n  namespace:') },
    errors: [['web.yaml', '.Release.Name', /Helm template.*helm template \. \| bulwark scan -/]]
  },
  'an alias bomb': {
    files: { 'bomb.yaml': `${head}x0: &x0 [x, x, x, x, x, x, x, x, x]\n${bomb.join('\n')}\n` },
    errors: [['bomb.yaml', 'x3:', /aliases expand/]]
  },
  'an alias of what it stands in': {
    files: { 'self.yaml': seen('self', '  nodeSelector: &a\n    zone: *a\n') },
    errors: [['self.yaml', '*a', /alias to itself/]]
  },
  'duplicate keys': {
    files: { 'twice.yaml': seen('twice', '  hostPID: false\n  hostPID: true\n').replace('  hostPID: true\n', '') },
    errors: [['twice.yaml', 'hostPID: true', /"hostPID" is set again: it stands on line 10 already.*kubectl/]],
    judged: ['twice']
  },
  'nesting 10,000 deep': {
    files: {
      'block.yaml': `${head}data:
  ${'- '.repeat(10_000)}x
`,
      'flow.yaml': `${head}data: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
      'objects.json': `{"apiVersion": "v1", "kind": "ConfigMap", "data": ${'{"a":'.repeat(10_000)}1${'}'.repeat(10_001)}`
    },
    errors: [
      ['block.yaml', '- - -', /nested deeper/],
      ['flow.yaml', '[[', /nested deeper/],
      ['objects.json', '{', /nested deeper/]
    ]
  },
  tabs: {
    files: { 'tabs.yaml': seen('tabs').replace('  containers', '\tcontainers') },
    errors: [['tabs.yaml', '\tcontainers', /tab/]]
  },
  'spec: null': {
    files: {
      'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: nothing}\nspec: null\n',
      'deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: nothing}\nspec:\n',
      'service.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: nothing}\nspec: ~\n',
      'template.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: nothing}\nspec:\n  template:\n    spec: null\n'
    },
    errors: [
      ['deployment.yaml', 'spec:', /spec is null: this Deployment describes no pod/],
      ['pod.yaml', 'spec: null', /spec is null: this Pod describes no pod/],
      ['service.yaml', 'spec: ~', /spec is null: this Service says nothing/],
      ['template.yaml', '    spec: null', /spec\.template\.spec is null: this Deployment describes no pod/]
    ]
  },
  'wrong types where objects are expected': {
    files: {
      'containers.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: {app: {image: x}}\n',
      'context.yaml': seen('context').replace(
        'securityContext:\n    runAsNonRoot: true',
        'securityContext: yes\n  unused:'
      ),
      'metadata.yaml': 'apiVersion: v1\nkind: Service\nmetadata: web\nspec: {ports: [{port: 80}]}\n',
      'one-container.yaml': seen('one-container').replace('    - name: app', '    - sidecar\n    - name: app'),
      'spec.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: [template]\n',
      'text.yaml': seen('text').replace('drop: [ALL]', 'drop: [ALL]\n        privileged: "false"')
    },
    errors: [
      ['containers.yaml', 'containers', /containers must be a list/],
      ['context.yaml', 'securityContext: yes', /securityContext must be an object, not the boolean true/],
      ['metadata.yaml', 'metadata', /metadata must be an object/],
      ['one-container.yaml', '- sidecar', /a container must be an object/],
      ['spec.yaml', 'spec', /spec is not an object: this Deployment describes no pod/],
      ['text.yaml', 'privileged', /privileged must be a boolean, not a string/]
    ],
    judged: ['context', 'one-container', 'text']
  },
  'a binary file': {
    files: {
      'elf.yaml': Buffer.from(`\x7fELF\x02\x01\x01${'\0'.repeat(3000)}`),
      'photo.json': Buffer.from([0xff, 0xd8, 0xff])
    },
    errors: [
      ['elf.yaml', 'ELF', /binary file/],
      ['photo.json', '', /binary file/]
    ]
  },
  'text in another encoding': {
    files: { 'latin1.yaml': Buffer.from(seen('caf\xe9'), 'latin1') },
    errors: [['latin1.yaml', 'name: caf', /not UTF-8 text.*Save the file as UTF-8/]]
  },
  'two documents of which one is broken': {
    files: {
      'first.yaml': `metadata: {name: a\n---\n${seen('after-broken')}`,
      'second.yaml': `${seen('before-broken')}---\nspec: "never closed\n`
    },
    errors: [
      ['first.yaml', 'metadata: {name: a', /never closed by "\}"/],
      ['second.yaml', 'never closed', /never closed/]
    ],
    judged: ['after-broken', 'before-broken']
  },
  'a loop of symbolic links': {
    files: {
      'deep/up': { link: '..' },
      'ping.yaml': { link: 'pong.yaml' },
      'pong.yaml': { link: 'ping.yaml' },
      'deep/pod.yaml': seen('in-loop')
    },
    errors: [
      ['deep/up', null, /loop/],
      ['ping.yaml', null, /loop/],
      ['pong.yaml', null, /loop/]
    ],
    judged: ['in-loop']
  },
  'a link to nowhere': {
    files: { 'gone.yaml': { link: 'nowhere.yaml' } },
    errors: [['gone.yaml', null, /leads nowhere/]]
  },
  'an invalid quantity': {
    files: {
      'limits.yaml': seen('limits').replace('memory: 64Mi}\n        limits', 'memory: 64Megs}\n        limits')
    },
    errors: [['limits.yaml', '64Megs', /requests\.memory must be a quantity/]],
    judged: ['limits']
  },
  '.inf': {
    files: {
      'infinite.yaml': `${head}data: {x: .inf}\n`,
      'some.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {priority: -.Inf}\n---\n${seen('beside-infinity')}`
    },
    errors: [
      ['infinite.yaml', '.inf', /JSON/],
      ['some.yaml', '-.Inf', /JSON/]
    ],
    judged: ['beside-infinity']
  },
  'a List with one bad item': {
    files: { 'list.yaml': listOf(indented(seen('item-0')), '  - 5\n', '  - {}\n', indented(seen('item-3'))) },
    errors: [
      ['list.yaml', '- 5', /item 1 of this List is not a Kubernetes object/],
      ['list.yaml', '- {}', /item 2 of this List is not a Kubernetes object/]
    ],
    judged: ['item-0', 'item-3']
  }
}
