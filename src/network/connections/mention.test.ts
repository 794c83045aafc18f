import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isOutside, mentionsIn, portOf } from './mention.ts'

function mentions(text: string, key = ''): string[] {
  return mentionsIn({ where: '', key, text, secret: false })
    .filter(({ certain }) => certain)
    .map((mention) => `${mention.scheme ?? ''} ${mention.host} ${mention.port ?? ''}`.trim())
}

describe('hosts in texts', () => {
  test('are told by a scheme, a port, or what the setting is called', () => {
    assert.deepEqual(mentions('http://cart:8080/api'), ['http cart 8080'])
    assert.deepEqual(mentions('cart.shop.svc.cluster.local:8080'), ['cart.shop.svc.cluster.local 8080'])
    assert.deepEqual(mentions('redis', 'REDIS_HOST'), ['redis'])
    assert.deepEqual(mentions('redis', 'MODE'), [])
    assert.deepEqual(mentions('redis', 'SERVICE_NAME'), [])
    assert.deepEqual(mentions('wait for the cart'), [])
  })

  test('stand in connection strings of many kinds', () => {
    assert.deepEqual(mentions('jdbc:postgresql://db:5432/shop'), ['postgresql db 5432'])
    assert.deepEqual(mentions('postgres://user:p%40ss@db/shop?sslmode=disable'), ['postgres db'])
    assert.deepEqual(mentions('user:secret@tcp(mysql:3306)/shop'), ['mysql 3306'])
    assert.deepEqual(mentions('kafka-0:9092,kafka-1:9092'), ['kafka-0 9092', 'kafka-1 9092'])
    assert.deepEqual(mentions('a,b,c', 'bootstrap.servers'), ['a', 'b', 'c'])
    assert.deepEqual(mentions('host=db port=5432 user=shop'), ['db'])
  })

  test('stand in configuration files, but not in their comments', () => {
    const file = `
      # see http://docs.example.com
      upstream: { host: "backend", port: 80 }
      proxy_pass http://web:8080;
      targets: ['metrics:9090', "other.ns:9091"]
      // http://left.example.com
    `
    assert.deepEqual(mentions(file), ['backend', 'http web 8080', 'metrics 9090', 'other.ns 9091'])
  })

  test('are neither times nor images, paths, classes or numbers', () => {
    for (const text of ['12:30:45', '/etc/app:ro', 'io.k8s.Provider', '8080:8080', '{{ .Host }}:80']) {
      assert.deepEqual(mentions(text, 'SEED'), [], text)
    }
  })

  test('are outside where they end in a domain', () => {
    const outside = (text: string, key = ''): boolean =>
      mentionsIn({ where: '', key, text, secret: false }).some(isOutside)
    for (const text of ['https://api.example.com', 'db.example.com:5432', 'amqps://mq.example.io']) {
      assert.equal(outside(text), true, text)
    }
    for (const text of [
      'http://cart:80',
      'http://a.b.svc',
      'http://localhost.localdomain.svc',
      'http://www.w3.org/2001/XMLSchema',
      'unix://run/app.sock',
      'config.yaml',
      'v1.2.3'
    ]) {
      assert.equal(outside(text), false, text)
    }
  })

  test('have the port that is named, or that of the scheme', () => {
    const port = (text: string): number | undefined => {
      const [mention] = mentionsIn({ where: '', key: '', text, secret: false })
      return mention && portOf(mention)
    }
    assert.deepEqual(['http://a.b', 'https://a.b', 'redis://a', 'https://a.b:8443'].map(port), [80, 443, 6379, 8443])
  })

  test('take time in proportion to the text', () => {
    const started = process.cpuUsage()
    for (const text of [
      'a.'.repeat(50_000),
      ':'.repeat(100_000),
      `${'a@'.repeat(50_000)}b`,
      'http://'.repeat(14_000)
    ]) {
      mentions(text)
    }
    assert.ok(process.cpuUsage(started).user < 5_000_000)
  })
})
