import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { imageFacts, imageFactsWith } from './image-facts.ts'

/** Whose facts an image gets, and how surely. */
function origin(image: string): string | null {
  const facts = imageFacts(image)
  return facts === null ? null : `${facts.certainty} ${facts.repository}`
}

describe('which image is meant', () => {
  const cases: readonly [string, string | null][] = [
    ['nginx', 'same docker.io/library/nginx'],
    ['nginx:1.25-alpine', 'same docker.io/library/nginx'],
    ['docker.io/library/nginx:1.25', 'same docker.io/library/nginx'],
    ['index.docker.io/nginx', 'same docker.io/library/nginx'],
    // Mirrors that keep the path.
    ['mirror.gcr.io/library/nginx', 'same docker.io/library/nginx'],
    ['public.ecr.aws/docker/library/nginx:1.27', 'same docker.io/library/nginx'],
    ['registry.example/library/nginx', 'same docker.io/library/nginx'],
    ['registry.example/hub/library/nginx', 'same docker.io/library/nginx'],
    ['registry.example/docker.io/library/nginx', 'same docker.io/library/nginx'],
    ['registry.example/docker.io/nginx', 'same docker.io/library/nginx'],
    ['registry.example:5000/proxy/docker.io/nginxinc/nginx-unprivileged', 'same docker.io/nginxinc/nginx-unprivileged'],
    // Copies in a registry of one's own.
    ['registry.example/base/nginx:1.25', 'name docker.io/library/nginx'],
    ['localhost:5000/nginx', 'name docker.io/library/nginx'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/nginx', 'name docker.io/library/nginx'],
    ['registry.example/nginxinc/nginx-unprivileged', 'name docker.io/nginxinc/nginx-unprivileged'],
    // Other vendors' images of the same name.
    ['someone/nginx', null],
    ['docker.io/kubernetes/redis', null],
    ['registry.k8s.io/redis:v1', null],
    ['cgr.dev/chainguard/nginx', null],
    ['registry.example/chainguard/nginx', null],
    // Vendors' own images, and what their copies keep of them.
    ['bitnami/nginx', 'same docker.io/bitnami/nginx'],
    ['docker.io/bitnamilegacy/redis:7.4', 'same docker.io/bitnami/redis'],
    ['public.ecr.aws/bitnami/postgresql:16', 'same docker.io/bitnami/postgresql'],
    ['registry.example/bitnami/nginx', 'name docker.io/bitnami/nginx'],
    ['registry.example/base/nginx:1.25.3-debian-11-r4', 'name docker.io/bitnami/nginx'],
    ['registry.example/base/unheard-of:1.25.3-debian-11-r4', null],
    ['registry.example/quay.io/argoproj/argocd:v2.9.0', 'same quay.io/argoproj/argocd'],
    ['k8s.gcr.io/kube-proxy:v1.22.0', 'same registry.k8s.io/kube-proxy'],
    ['gcr.io/google_containers/pause:3.1', 'same registry.k8s.io/pause'],
    [
      'rtf-runtime-registry.kprod.msap.io/mulesoft/poseidon-runtime-4.9.20:9-java17',
      'name rtf-runtime-registry.kprod.msap.io/mulesoft/poseidon-runtime'
    ],
    ['registry.example/mule/mule:4.9', 'name docker.io/javastreets/mule'],
    // Bitnami calls them so, but so may anyone.
    ['registry.example/base/postgresql:16', null],
    ['registry.example/shop/notification-controller:1.0', null],
    ['registry.example/fluxcd/notification-controller:v1.0.0', 'name ghcr.io/fluxcd/notification-controller'],
    // Names that only begin or end like a known one.
    ['registry.example/shop/nginx-exporter', null],
    ['registry.example/shop/my-nginx', null],
    // No reference, or none that is known.
    ['registry.example/shop/api:1.0', null],
    ['{{ .Values.image }}', null],
    ['<image>', null],
    ['', null]
  ]
  for (const [image, expected] of cases) {
    test(image === '' ? 'an empty reference' : image, () => assert.equal(origin(image), expected))
  }

  test('where versions differ, a digest without a tag is less sure', () => {
    const digest = `sha256:${'0'.repeat(64)}`
    assert.equal(origin(`postgres@${digest}`), 'name docker.io/library/postgres')
    assert.equal(origin(`postgres:16@${digest}`), 'same docker.io/library/postgres')
    assert.equal(origin(`memcached@${digest}`), 'same docker.io/library/memcached')
  })
})

describe('which version is meant', () => {
  function dataOf(image: string): string | undefined {
    return imageFacts(image)?.writable?.find(({ holds }) => holds === 'data')?.path
  }

  test('a part of the tag tells the variant', () => {
    assert.equal(imageFacts('postgres:16')?.runAs?.uid, 999)
    assert.equal(imageFacts('postgres:16-alpine3.20')?.runAs?.uid, 70)
    assert.equal(imageFacts('postgres:alpine')?.runAs?.uid, 70)
    assert.equal(imageFacts('registry.example/base/postgres:16-alpine')?.runAs?.uid, 70)
  })

  test('a version is compared by its numbers; none is the newest', () => {
    assert.equal(dataOf('postgres:9.6'), '/var/lib/postgresql/data')
    assert.equal(dataOf('postgres:17.2-alpine'), '/var/lib/postgresql/data')
    assert.equal(dataOf('postgres:18'), '/var/lib/postgresql')
    assert.equal(dataOf('postgres:latest'), '/var/lib/postgresql')
    assert.equal(dataOf('postgres'), '/var/lib/postgresql')
  })

  test('what a variant does not say stays as it is, its sources too', () => {
    const facts = imageFacts('postgres:16-alpine')
    assert.deepEqual(facts?.ports, [5432])
    assert.match(facts?.sources.user?.[0] ?? '', /15\/alpine\/Dockerfile$/)
    assert.match(facts?.sources.ports?.[0] ?? '', /15\/bookworm\/Dockerfile$/)
  })
})

describe('what a user states', () => {
  const facts = imageFactsWith([
    { match: 'registry.example/shop/api:2.*', user: 4711 },
    {
      match: 'registry.example/shop',
      user: 10_001,
      group: 10_002,
      writable: ['/tmp', { path: '/data', holds: 'data' }]
    },
    { match: 'docker.io/library/redis', capabilities: ['SYS_RESOURCE'] },
    { match: 'docker.io/library/mysql', group: 4711 }
  ])

  test('is all that is known of an image of their own', () => {
    const own = facts('registry.example/shop/web:1.0')
    assert.equal(own?.certainty, 'stated')
    assert.deepEqual(own.runAs, { uid: 10_001, gid: 10_002, name: null })
    assert.deepEqual(
      own.writable?.map(({ path, holds }) => `${path} ${holds}`),
      ['/tmp scratch', '/data data']
    )
    assert.equal(own.writableIsComplete, true)
    assert.equal(own.capabilities.asUser, null)
    assert.deepEqual(own.sources, { user: ['bulwark.yaml'], writable: ['bulwark.yaml'] })
  })

  test('counts by the first statement that fits', () => {
    assert.equal(facts('registry.example/shop/api:2.7')?.runAs?.uid, 4711)
    assert.equal(facts('registry.example/shop/api:1.7')?.runAs?.uid, 10_001)
  })

  test('beats the tables fact by fact', () => {
    const redis = facts('redis:7')
    assert.deepEqual(redis?.capabilities.asUser, ['SYS_RESOURCE'])
    assert.deepEqual(redis.sources.capabilities, ['bulwark.yaml'])
    assert.equal(redis.runAs?.uid, 999)
    assert.match(redis.sources.user?.[0] ?? '', /^https:/)
    assert.deepEqual(facts('mysql:8.4')?.runAs, { uid: 999, gid: 4711, name: null })
  })

  test('says nothing of other images', () => {
    assert.deepEqual(facts('nginx'), imageFacts('nginx'))
    assert.equal(facts('registry.example/other/api'), null)
    assert.equal(facts('{{ .Values.image }}'), null)
  })
})
