import { exceptionKind } from '../../exceptions/granted.ts'
import { type Analysis, fails, passes } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

const analyse: Analysis = {
  reads: [exceptionKind],
  *judge(_estate, exceptions) {
    for (const { exception, resource, path, uses, complete } of exceptions) {
      if (!complete) continue
      const { controls, owner } = exception
      const problem = `the exception of ${owner} for ${controls.join(', ')} covers nothing`
      yield uses > 0 ? passes(resource) : fails(resource, problem, { path, item: exception.id })
    }
  }
}

export const unusedException = defineControl({
  id: 'unused-exception',
  title: 'Every exception is needed',
  severity: 'low',
  why: 'An exception that covers nothing is a permission in waiting: the next object that fits it is tolerated unseen.',
  remedy: 'Remove it, or correct its selector if it was meant for something that is reported.',
  maps: { guide: ['upgrade.review'], nsa: ['3.13'] },
  analyse,
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          bulwark.dev/except: "host-pid; owner=shop@example.com; expires=9999-12-31; reason=a debugger"
      spec:
        hostPID: true
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
        name: web
        annotations:
          bulwark.dev/except: "host-pid; owner=shop@example.com; expires=9999-12-31; reason=a debugger"
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
