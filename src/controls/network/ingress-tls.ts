import { defineControl } from '../define-control.ts'

const annotations = 'self.?metadata.?annotations.orValue({})'

/** Ingress controllers that end TLS elsewhere than in `tls`, or pass it through, say so in an annotation. */
const certificateAnnotations = [
  'alb.ingress.kubernetes.io/certificate-arn',
  'networking.gke.io/managed-certificates',
  'networking.gke.io/certmap',
  'ingress.gcp.kubernetes.io/pre-shared-cert',
  'appgw.ingress.kubernetes.io/appgw-ssl-certificate',
  'route.openshift.io/termination'
]

const tls = 'self.?spec.?tls.orValue([])'

const endsElsewhere = certificateAnnotations.map((name) => `'${name}' in ${annotations}`).join(' || ')

/** Ports and passing-through, where a value says it. */
const saysHttps = `
      ${annotations}[?'alb.ingress.kubernetes.io/listen-ports'].orValue('').contains('HTTPS') ||
      ${annotations}[?'nginx.ingress.kubernetes.io/ssl-passthrough'].orValue('') == 'true' ||
      ${annotations}[?'haproxy.org/ssl-passthrough'].orValue('') == 'true' ||
      ${annotations}[?'traefik.ingress.kubernetes.io/router.tls'].orValue('') == 'true'`

/** Certificate authorities ask for a file without TLS before there is a certificate. */
const isChallenge = `
      self.?metadata.?labels[?'acme.cert-manager.io/http01-solver'].orValue('') == 'true'`

/** A host is covered by an entry that names it, or a wildcard for its first label, or no host at all. */
const covers = `
        entry.?hosts.orValue([]).size() == 0 ||
        entry.hosts.exists(host, host == rule.?host.orValue('') ||
          host.startsWith('*.') && rule.?host.orValue('').endsWith(host.substring(1)) &&
            !rule.host.substring(0, rule.host.size() - host.size() + 1).contains('.'))`

export const ingressTls = defineControl({
  id: 'ingress-tls',
  title: 'Every host of an Ingress is served over TLS',
  severity: 'medium',
  why: 'Without TLS, whoever is on the way reads and changes what users send, passwords and session cookies included.',
  remedy: 'List each host under `spec.tls` with the Secret of its certificate. cert-manager issues and renews these.',
  maps: {
    guide: ['network.firewall', 'network.isolation'],
    nsa: ['2.28', '2.20'],
    kubescape: ['C-0263'],
    attack: ['T1557'],
    owasp: { '2022': ['K09'], '2025': ['K06'] }
  },
  rules: [
    {
      each: 'resource',
      kinds: ['Ingress'],
      require: `${endsElsewhere} || ${saysHttps} || ${isChallenge} || ${tls}.size() > 0`,
      at: 'spec.tls',
      message: 'ingress {metadata.name} serves HTTP without TLS'
    },
    {
      each: 'resource',
      kinds: ['Ingress'],
      require: `
        ${endsElsewhere} || ${saysHttps} || ${isChallenge} || ${tls}.size() == 0 ||
        self.?spec.?rules.orValue([]).all(rule, ${tls}.exists(entry, ${covers}))`,
      at: 'spec.tls',
      message: 'ingress {metadata.name} serves a host that none of its TLS entries names'
    }
  ],
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        tls:
          - hosts: [shop.example, '*.shop.example']
            secretName: shop-tls
        rules:
          - host: shop.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 80}}}
          - host: api.shop.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: api, port: {number: 80}}}
      `,
      `
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          nginx.ingress.kubernetes.io/ssl-passthrough: 'true'
      spec:
        rules:
          - host: shop.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 443}}}
      `,
      `
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        tls:
          - secretName: shop-tls
        defaultBackend: {service: {name: web, port: {number: 80}}}
      `
    ],
    fail: [
      `
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        defaultBackend: {service: {name: web, port: {number: 80}}}
      `,
      `
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        rules:
          - host: shop.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 80}}}
      `,
      `
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        tls:
          - hosts: ['*.shop.example']
            secretName: shop-tls
        rules:
          - host: a.b.shop.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 80}}}
      `,
      `
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        defaultBackend: {service: {name: web, port: {number: 80}}}
      `
    ]
  }
})
