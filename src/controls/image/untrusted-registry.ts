import { parseImageReference, trustedImages } from '../../estate/image-reference.ts'
import { isMadeByWorkload } from '../../estate/made-by-workload.ts'
import { stringAt } from '../../estate/mapping.ts'
import { shown } from '../../estate/shown.ts'
import { containerPath } from '../../estate/workload.ts'
import { fails, type Inspection, passes, podsOfAllKinds } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

const trustedBy = new WeakMap<readonly string[], ReturnType<typeof trustedImages>>()

/** Without a list of trusted places, nothing can be said. */
const analyse: Inspection = {
  reads: [podsOfAllKinds],
  *inspect(resource, pods, { trustedRegistries }) {
    if (trustedRegistries.length === 0 || isMadeByWorkload(resource)) return
    const isTrusted = trustedBy.get(trustedRegistries) ?? trustedImages(trustedRegistries)
    trustedBy.set(trustedRegistries, isTrusted)
    let judged = false
    let trusted = true
    for (const pod of pods) {
      for (const container of pod.containers) {
        const image = stringAt(container.object, 'image') ?? ''
        const reference = parseImageReference(image)
        if (reference === null) continue
        judged = true
        if (isTrusted(reference)) continue
        trusted = false
        const from = `${reference.registry}/${reference.repository}`
        yield fails(resource, `container "${shown(container.name)}" runs an image of ${from}, which is not trusted`, {
          path: [...containerPath(pod, container), 'image'],
          item: `${container.type}/${container.name ?? container.index}`,
          container
        })
      }
    }
    if (judged && trusted) yield passes(resource)
  }
}

export const untrustedRegistry = defineControl({
  id: 'untrusted-registry',
  title: 'Images come from trusted registries',
  severity: 'high',
  why: 'Whoever publishes an image decides what runs. Public registries hold images that look like well-known ones and are not.',
  remedy:
    'Copy the image to a registry of your own that scans it. Name the registries and repositories that are trusted under `trustedRegistries` in bulwark.yaml: without that list, nothing is judged.',
  maps: {
    guide: ['image.trusted-repositories', 'image.local-registry'],
    nsa: ['1.5'],
    kubescape: ['C-0001', 'C-0078'],
    attack: ['T1204.003', 'T1525'],
    microsoft: ['MS-TA9002', 'MS-TA9037'],
    owasp: { '2022': ['K02'], '2025': ['K04'] }
  },
  analyse,
  rtf: 'fixed',
  examples: {
    settings: { trustedRegistries: ['registry.example', 'docker.io/library'] },
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
          - name: proxy
            image: nginx:1.29
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        initContainers:
          - name: prepare
            image: registry.example.attacker.test/web:1.4
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: bitnami/redis:8
      `
    ]
  }
})
