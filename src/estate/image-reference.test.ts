import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseImageReference, trustedImages } from './image-reference.ts'

const digest = `sha256:${'ab'.repeat(32)}`

test('references are completed as container runtimes complete them', () => {
  const cases: Record<string, [string, string, string | null, string | null]> = {
    nginx: ['docker.io', 'library/nginx', null, null],
    'nginx:1.27': ['docker.io', 'library/nginx', '1.27', null],
    'bitnami/redis': ['docker.io', 'bitnami/redis', null, null],
    'docker.io/nginx': ['docker.io', 'library/nginx', null, null],
    'index.docker.io/library/nginx:1': ['docker.io', 'library/nginx', '1', null],
    'localhost/a/b': ['localhost', 'a/b', null, null],
    'registry.example:5000/web': ['registry.example:5000', 'web', null, null],
    [`registry.example/web:1.4@${digest}`]: ['registry.example', 'web', '1.4', digest],
    '[2001:db8::1]:5000/team/web:2': ['[2001:db8::1]:5000', 'team/web', '2', null],
    'Registry.Example/web': ['registry.example', 'web', null, null],
    'team/web__x-y.z': ['docker.io', 'team/web__x-y.z', null, null]
  }
  for (const [text, [registry, repository, tag, ownDigest]] of Object.entries(cases)) {
    assert.deepEqual(parseImageReference(text), { registry, repository, tag, digest: ownDigest }, text)
  }
})

test('what is no reference is none', () => {
  for (const text of [
    '',
    '$(IMAGE)',
    '{{ image }}',
    'web:',
    'Web',
    'web@latest',
    'a//b',
    '/a',
    'reg.example/',
    'a b'
  ]) {
    assert.equal(parseImageReference(text), null, text)
  }
})

test('a trusted place is a registry or a path of whole segments in one', () => {
  const trusted = (place: string, image: string): boolean => {
    const reference = parseImageReference(image)
    assert.ok(reference, image)
    return trustedImages([place])(reference)
  }
  assert.ok(trusted('registry.example', 'registry.example/team/web:1'))
  assert.ok(!trusted('registry.example', 'registry.example.attacker.test/web'))
  assert.ok(!trusted('registry.example', 'registry.example:5000/web'))
  assert.ok(trusted('registry.example/team', 'registry.example/team/web'))
  assert.ok(trusted('registry.example/team/', 'registry.example/team'))
  assert.ok(!trusted('registry.example/team', 'registry.example/team-b/web'))
  assert.ok(trusted('docker.io/library', 'nginx'))
  assert.ok(!trusted('docker.io/library', 'bitnami/redis'))
  assert.ok(trusted('bitnami', 'bitnami/redis'))
  assert.ok(trusted('docker.io', 'index.docker.io/x/y'))
  assert.ok(trusted('*.dkr.ecr.eu-west-1.amazonaws.com', '1234.dkr.ecr.eu-west-1.amazonaws.com/web'))
  assert.ok(!trusted('*.example', 'a/b.example/c'))
  assert.ok(!trusted('registry.example/*/web', 'registry.example/a/b/web'))
  assert.ok(trusted('registry.example/*/web', 'registry.example/a/web/c'))
})

test('a place with many stars is decided quickly', () => {
  const reference = parseImageReference(`registry.example/${'a'.repeat(200)}`)
  assert.ok(reference)
  const before = performance.now()
  trustedImages(['*'.repeat(50), `*a*a*a*a*a*a*a*b`])(reference)
  assert.ok(performance.now() - before < 1000)
})
