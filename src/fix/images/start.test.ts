import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { imageFacts } from './image-facts.ts'
import { startOf } from './start.ts'

/** The numbers with which a container starts and runs, and whether its program is the image's own. */
function start(image: string, container: { command?: string[]; args?: string[] }): string {
  const facts = imageFacts(image)
  assert.ok(facts !== null, image)
  const { user, becomes, isOwnProgram } = startOf(facts, container)
  return [user?.uid ?? '?', becomes?.uid ?? '-', isOwnProgram ?? '?'].join(' ')
}

describe('what a container starts', () => {
  test('by default the image decides', () => {
    assert.equal(start('postgres:16', {}), '0 999 true')
    assert.equal(start('memcached', {}), '11211 - true')
    assert.equal(start('nginx', {}), '0 101 true')
  })

  test('arguments for the program change nothing', () => {
    assert.equal(start('postgres:16', { args: ['-c', 'max_connections=200'] }), '0 999 true')
    assert.equal(start('postgres:16', { args: ['postgres', '-c', 'max_connections=200'] }), '0 999 true')
    assert.equal(start('redis:7', { args: ['/usr/local/etc/redis/redis.conf'] }), '0 999 true')
    assert.equal(start('mongo:7', { args: ['mongos', '--configdb', 'rs/one:27019'] }), '0 999 true')
  })

  test('another program as argument is run by the entrypoint as it is', () => {
    assert.equal(start('postgres:16', { args: ['pg_dump', '-h', 'db'] }), '0 - ?')
  })

  test('a command takes the place of the entrypoint that gives up root', () => {
    assert.equal(start('redis:7', { command: ['redis-server', '--save', ''] }), '0 - true')
    assert.equal(start('postgres:16', { command: ['sh', '-c', 'sleep infinity'] }), '0 - ?')
    assert.equal(start('busybox', { command: ['sh', '-c', 'true'] }), '0 - ?')
  })

  test('a program that changes its user itself does so however it is started', () => {
    assert.equal(start('nginx', { command: ['/usr/sbin/nginx', '-g', 'daemon off;'] }), '0 101 true')
    assert.equal(start('nginx', { command: ['nginx-debug', '-g', 'daemon off;'] }), '0 101 true')
    assert.equal(start('nginx', { command: ['sh', '-c', 'nginx'] }), '0 - ?')
  })

  test('an entrypoint named in the command is an entrypoint', () => {
    assert.equal(start('postgres:16', { command: ['docker-entrypoint.sh'], args: ['postgres'] }), '0 999 true')
    assert.equal(start('postgres:16', { command: ['/usr/local/bin/docker-entrypoint.sh', 'postgres'] }), '0 999 true')
    // Its default arguments are gone with the image's own entrypoint.
    assert.equal(start('postgres:16', { command: ['docker-entrypoint.sh'] }), '0 - ?')
  })

  test('an empty command is none', () => {
    assert.equal(start('postgres:16', { command: [], args: [] }), '0 999 true')
  })
})
