/** Manifests that tests scan: nothing wrong with them but what is asked for. */

/** Passes every control of the default frameworks. */
export function goodPod(name: string, extra = ''): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
spec:
  automountServiceAccountToken: false
  hostUsers: false
  serviceAccountName: ${name}
${extra}  securityContext:
    runAsNonRoot: true
    runAsUser: 1000
    runAsGroup: 1000
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: app
      image: registry.example/app:1.0@sha256:${'0'.repeat(64)}
      resources:
        requests: {cpu: 100m, memory: 64Mi}
        limits: {cpu: 200m, memory: 64Mi}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
`
}

/** One finding of each severity, by `host-pid` (high), `privileged-container` (critical) and so on. */
export const faults = {
  critical: goodPod('critical').replace('drop: [ALL]', 'drop: [ALL]\n        privileged: true'),
  high: goodPod('high', '  hostPID: true\n'),
  medium: goodPod('medium').replace('readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false'),
  low: goodPod('low').replace('limits: {cpu: 200m, memory: 64Mi}', 'limits: {memory: 64Mi}')
} as const
