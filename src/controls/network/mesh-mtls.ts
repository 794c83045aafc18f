import type { Estate } from '../../estate/estate.ts'
import { isMapping, mappingAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { fails, passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

const group = 'security.istio.io'

/** A mesh is not asked for; where there is one, it must refuse what is not encrypted. */
function* judge(estate: Estate): Iterable<Verdict> {
  const authentications = estate.ofKind('PeerAuthentication', group)
  for (const resource of authentications) yield* authenticationVerdicts(resource)
  // Istio's own namespace sets what holds for the whole mesh.
  const meshWide = authentications.filter(
    ({ namespace, object }) => namespace === 'istio-system' && mappingAt(object, 'spec')?.selector === undefined
  )
  for (const control of estate.ofKind('Deployment')) {
    if (control.name !== 'istiod' && !control.name?.startsWith('istiod-')) continue
    yield meshWide.length > 0
      ? passes(control)
      : fails(
          control,
          'the mesh accepts connections without TLS: no PeerAuthentication of istio-system holds for all of it'
        )
  }
}

function* authenticationVerdicts(resource: Resource): Iterable<Verdict> {
  const spec = mappingAt(resource.object, 'spec') ?? {}
  let strict = true
  const mode = mappingAt(spec, 'mtls')?.mode
  if (mode === 'PERMISSIVE' || mode === 'DISABLE') {
    strict = false
    yield fails(resource, `mode ${mode} lets pods take connections without TLS`, { path: ['spec', 'mtls', 'mode'] })
  }
  for (const [port, own] of Object.entries(mappingAt(spec, 'portLevelMtls') ?? {})) {
    const portMode = isMapping(own) ? own.mode : undefined
    if (portMode !== 'PERMISSIVE' && portMode !== 'DISABLE') continue
    strict = false
    yield fails(resource, `mode ${portMode} lets port ${port} take connections without TLS`, {
      path: ['spec', 'portLevelMtls', port, 'mode'],
      item: port
    })
  }
  if (strict) yield passes(resource)
}

export const meshMtls = defineControl({
  id: 'mesh-mtls',
  title: 'The service mesh takes encrypted and authenticated connections only',
  severity: 'medium',
  why: 'A mesh that also accepts plain text protects nobody from a pod outside of it: such a pod connects without a certificate, as whoever it likes.',
  remedy:
    'Create a `PeerAuthentication` in `istio-system` with `mtls: {mode: STRICT}`, and remove weaker modes once all callers are in the mesh.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['4.14', '2.28'],
    attack: ['T1557'],
    microsoft: ['MS-TA9034'],
    owasp: { '2022': ['K07'], '2025': ['K05'] }
  },
  analyse: { reads: ['PeerAuthentication', 'Deployment'], byName: ['Deployment'], judge },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: default
        namespace: istio-system
      spec:
        mtls:
          mode: STRICT
      `
    ],
    fail: [
      `
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: default
        namespace: istio-system
      spec:
        mtls:
          mode: PERMISSIVE
      `,
      `
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        mtls:
          mode: STRICT
        portLevelMtls:
          8080:
            mode: DISABLE
      `,
      `
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: istiod
        namespace: istio-system
      spec:
        selector:
          matchLabels:
            app: istiod
        template:
          metadata:
            labels:
              app: istiod
          spec:
            containers:
              - name: discovery
                image: docker.io/istio/pilot:1.28.0
      `
    ]
  }
})
