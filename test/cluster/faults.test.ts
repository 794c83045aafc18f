import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Asked, type FakeObject, failure, type Reply, startFakeServer } from './fake-api-server.ts'
import { connected, names, problemOf, readEverything } from './reading.ts'

const objects: FakeObject[] = ['Pod', 'ConfigMap', 'Secret'].map((kind) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: kind.toLowerCase(), namespace: 'shop', uid: kind }
}))

type Interfere = (asked: Asked) => Reply | undefined

async function read(t: Parameters<typeof startFakeServer>[0], interfere: Interfere) {
  const server = await startFakeServer(t, { objects, interfere })
  const started = Date.now()
  const everything = await readEverything(await connected(t, { server: server.url }))
  return { ...everything, asked: server.asked, milliseconds: Date.now() - started }
}

const others = ['ConfigMap shop/configmap', 'Secret shop/secret']
const all = ['Pod shop/pod', ...others]

/** Misbehaves for the list of pods, the first so many times. */
const onPods =
  (reply: Reply, until = Number.POSITIVE_INFINITY): Interfere =>
  ({ path, times }) =>
    path === '/api/v1/pods' && times <= until ? reply : undefined

describe('a list that the server refuses', () => {
  test('is told as not given, and no error: nobody made a mistake', async (t) => {
    const refused = failure(403, 'pods is forbidden: User "x" cannot list resource "pods"')
    const { resources, unread, errors, asked } = await read(t, onPods(refused))
    assert.deepEqual(names(resources), others)
    assert.deepEqual(unread, [
      {
        kind: 'Pod',
        group: '',
        namespace: null,
        reason: 'the API server refuses: pods is forbidden: User "x" cannot list resource "pods"'
      }
    ])
    assert.deepEqual(errors, [])
    assert.equal(asked.filter(({ path }) => path === '/api/v1/pods').length, 1)
  })

  test('that is gone since the server said what it serves is empty', async (t) => {
    const { resources, unread } = await read(t, onPods(failure(404, 'not found')))
    assert.deepEqual([names(resources), unread], [others, []])
  })
})

describe('a list that fails is asked for again', () => {
  const passing: [string, Reply][] = [
    ['429', failure(429, 'too many requests')],
    ['500', failure(500, 'etcd is gone')],
    ['503 without a body', { status: 503, body: '' }],
    ['504 from a proxy', { status: 504, headers: { 'content-type': 'text/html' }, body: '<html>gateway</html>' }],
    ['no answer', 'hang'],
    ['a closed connection', 'drop']
  ]
  for (const [name, reply] of passing) {
    test(name, async (t) => {
      const { resources, unread, errors } = await read(t, onPods(reply, reply === 'hang' ? 1 : 2))
      assert.deepEqual([names(resources), unread, errors], [all, [], []])
    })
  }

  for (const [name, reply] of passing) {
    test(`${name}, but not for ever`, async (t) => {
      const { resources, unread, errors, asked } = await read(t, onPods(reply))
      assert.deepEqual(names(resources), others)
      assert.deepEqual(
        unread.map(({ kind }) => kind),
        ['Pod']
      )
      assert.equal(errors.length, 1)
      assert.equal(errors[0]?.file, 'cluster test')
      assert.equal(asked.filter(({ path }) => path === '/api/v1/pods').length, reply === 'hang' ? 2 : 3)
    })
  }

  test('after as long as Retry-After says', async (t) => {
    const late = { status: 429, headers: { 'retry-after': '1' }, body: {} }
    const server = await startFakeServer(t, { objects, interfere: onPods(late, 1) })
    const cluster = await connected(t, { server: server.url })
    const started = Date.now()
    // Of this fake's patience, the longest pause is 50 ms: the header counts up to there.
    assert.equal((await readEverything(cluster)).resources.length, 3)
    assert.ok(Date.now() - started >= 50)
  })
})

describe('an answer that is none', () => {
  const garbled: [string, Reply, RegExp][] = [
    [
      'no JSON',
      { headers: { 'content-type': 'text/html' }, body: '<html>login</html>' },
      /something else than the Kubernetes API/
    ],
    ['a JSON list', { body: [1, 2] }, /something else than the Kubernetes API/],
    ['half an object', { body: '{"items": [' }, /something else than the Kubernetes API/],
    ['items that are no list', { body: { items: {} } }, /something else than a list/],
    ['nothing packed', { headers: { 'content-encoding': 'gzip' }, body: 'not packed' }, /cannot be unpacked/]
  ]
  for (const [name, reply, message] of garbled) {
    test(name, async (t) => {
      const { resources, unread, errors } = await read(t, onPods(reply))
      assert.deepEqual(names(resources), others)
      assert.match(unread[0]?.reason ?? '', message)
      assert.match(errors[0]?.message ?? '', message)
    })
  }

  test('items that are no objects are left out', async (t) => {
    const { resources } = await read(
      t,
      onPods({ body: { items: [null, 'x', { metadata: { name: 'a' } }, { metadata: 7 }] } })
    )
    assert.deepEqual(names(resources), ['Pod a', 'Pod null', ...others])
  })
})

test('a server that is lost midway is not asked for the rest, one list after the other', async (t) => {
  const { resources, unread, errors, milliseconds } = await read(t, ({ path }) =>
    /^\/apis?\/.*\/?(namespaces|pods|nodes|configmaps|secrets|deployments|replicasets)$/.test(path) ? 'hang' : undefined
  )
  assert.equal(resources.length, 0)
  assert.equal(unread.length, 7)
  assert.equal(errors.length, 7)
  assert.match(unread.at(-1)?.reason ?? '', /not asked for any more, since the server fails again and again/)
  assert.ok(milliseconds < 3000, `${milliseconds} ms`)
})

describe('what is told before anything is read', () => {
  const first =
    (reply: Reply): Interfere =>
    ({ path }) =>
      path === '/version' ? reply : undefined

  async function told(t: Parameters<typeof startFakeServer>[0], interfere: Interfere, user = {}): Promise<string> {
    const { url } = await startFakeServer(t, { objects, interfere })
    return (await problemOf(t, { server: url, user })).replaceAll(new URL(url).host, 'HOST')
  }

  test('that the server does not know the user', async (t) => {
    const unknown = first(failure(401, 'Unauthorized'))
    assert.equal(
      await told(t, unknown),
      'the API server of context "test" does not accept the credentials of user "tester" (401): the kubeconfig holds none'
    )
    assert.match(await told(t, unknown, { token: 'abc' }), /log in again, or renew what the kubeconfig holds$/)
  })

  test('that a token has expired, as far as it says so', async (t) => {
    const claims = Buffer.from(JSON.stringify({ exp: Date.parse('2024-02-29') / 1000 })).toString('base64url')
    const message = await told(t, first(failure(401, 'Unauthorized')), { token: `e30.${claims}.c2ln` })
    assert.match(message, /its token expired on 2024-02-29$/)
  })

  test('that something else answers', async (t) => {
    const html = { headers: { 'content-type': 'text/html' }, body: '<html>' }
    assert.equal(
      await told(t, first(html)),
      'HOST answers with something else than the Kubernetes API does (text/html): check the server in the kubeconfig'
    )
    assert.match(
      await told(t, first({ status: 404, body: 'no such page' })),
      /^HOST does not answer as a Kubernetes API server: it answers 404/
    )
  })

  test('that nothing answers in time', async (t) => {
    assert.equal(await told(t, first('hang')), 'HOST gave no whole answer within 0.3 s')
  })

  test('that the connection is closed', async (t) => {
    assert.match(await told(t, first('drop')), /^server of context "test": the connection to HOST was closed/)
  })

  test('that nothing listens', async (t) => {
    assert.equal(
      await problemOf(t, { server: 'http://127.0.0.1:9' }),
      'server of context "test": nothing listens at 127.0.0.1:9 (connection refused): is the cluster running?'
    )
  })

  test('that DNS does not know the name', async (t) => {
    assert.match(
      await problemOf(t, { server: 'https://no-such-host.invalid:6443' }),
      /^server of context "test": (the name no-such-host.invalid:6443 is not known to DNS|DNS gives no answer for)/
    )
  })

  test('that the server does not say what it serves', async (t) => {
    const message = await told(t, ({ path }) => (path === '/apis' ? failure(403, 'no discovery') : undefined))
    assert.equal(message, 'the API server does not say what it serves: no discovery (403)')
  })

  test('that there is no such namespace', async (t) => {
    const { url } = await startFakeServer(t, {
      objects: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }]
    })
    assert.equal(
      await problemOf(t, { server: url }, ['shp']),
      'the cluster has no namespace "shp"; did you mean "shop"?'
    )
  })

  test('but not that the version is kept secret', async (t) => {
    const { url } = await startFakeServer(t, { objects, interfere: first(failure(403, 'forbidden')) })
    assert.equal((await connected(t, { server: url })).version, null)
  })
})
