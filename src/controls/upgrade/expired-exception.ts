import { exceptionKind } from '../../exceptions/granted.ts'
import { type Analysis, fails, passes } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

const analyse: Analysis = {
  reads: [exceptionKind],
  *judge(_estate, exceptions) {
    for (const { exception, resource, path, active } of exceptions) {
      const { controls, expires, owner } = exception
      const subject = `the exception of ${owner} for ${controls.join(', ')}`
      yield active ? passes(resource) : fails(resource, `${subject} ended on ${expires}`, { path, item: exception.id })
    }
  }
}

export const expiredException = defineControl({
  id: 'expired-exception',
  title: 'Exceptions are renewed or removed when they end',
  severity: 'medium',
  why: 'An exception is granted for a time. After it, what it tolerated is a fault again, and nobody has decided otherwise.',
  remedy: 'Mend what it tolerated and remove it, or have its owner decide anew, with a new end.',
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
          bulwark.dev/except: "host-pid; owner=shop@example.com; expires=2026-01-31; reason=a debugger"
      spec:
        hostPID: true
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
