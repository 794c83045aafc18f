import { parseImageReference } from '../../estate/image-reference.ts'
import { isMadeByWorkload } from '../../estate/made-by-workload.ts'
import { stringAt } from '../../estate/mapping.ts'
import { shown } from '../../estate/shown.ts'
import { fails, type Inspection, passes, podsOfAllKinds } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

/** Images whose purpose is to run what others wrote: builds of branches, notebooks, functions. */
const foreignCode: readonly RegExp[] = [
  /\/gitlab-runner$/,
  /\/actions-runner$|\/github-runner$|\/gha-runner/,
  /\/jenkins\/(?:inbound-)?(?:agent|slave)$|\/jnlp-slave$/,
  /\/buildkite\/agent$/,
  /\/docker$|\/dind$/,
  /\/moby\/buildkit$|\/kaniko-project\/executor$/,
  /\/jupyter\/|\/jupyterhub\/singleuser|-notebook$/,
  /\/code-server$/
]

/** A runtime class is named; that it is a sandbox cannot be told from the name. */
const analyse: Inspection = {
  reads: [podsOfAllKinds],
  *inspect(resource, pods) {
    if (isMadeByWorkload(resource)) return
    for (const { spec, specPath, containers } of pods) {
      const running = containers.find(({ object }) => runsForeignCode(stringAt(object, 'image') ?? ''))
      if (running === undefined) continue
      const runtime = stringAt(spec, 'runtimeClassName')
      if (runtime !== null && runtime !== '' && runtime !== 'runc') yield passes(resource)
      else {
        yield fails(resource, `container "${shown(running.name)}" runs code of others beside the kernel of its node`, {
          path: [...specPath, 'runtimeClassName'],
          container: running
        })
      }
    }
  }
}

function runsForeignCode(image: string): boolean {
  const reference = parseImageReference(image)
  return (
    reference !== null && foreignCode.some((pattern) => pattern.test(`${reference.registry}/${reference.repository}`))
  )
}

export const sandboxedRuntime = defineControl({
  id: 'sandboxed-runtime',
  title: 'Pods that run code of others run in a sandbox',
  severity: 'low',
  why: 'Build agents and notebooks run whatever their users bring. One fault of the kernel is all that such code needs to leave its container.',
  remedy: 'Name a `runtimeClassName` whose handler is a sandbox, such as gVisor or Kata Containers.',
  maps: {
    nsa: ['1.20'],
    kubescape: ['C-0297'],
    attack: ['T1611'],
    owasp: { '2022': ['K01'], '2025': ['K01'] }
  },
  analyse,
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: build
      spec:
        runtimeClassName: gvisor
        containers:
          - name: runner
            image: gitlab/gitlab-runner:v18.5.0
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: build
      spec:
        containers:
          - name: runner
            image: gitlab/gitlab-runner:v18.5.0
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: build
      spec:
        containers:
          - name: engine
            image: docker:28-dind
      `
    ]
  }
})
