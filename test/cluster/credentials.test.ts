import assert from 'node:assert/strict'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { base64, makeAuthority } from './authority.ts'
import { type Asked, failure, startFakeServer } from './fake-api-server.ts'
import { connected, problemOf, readEverything } from './reading.ts'

const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'shop', uid: 'a' } }

/** The `Authorization` headers of a scan with this user, each once. */
async function sent(t: TestContext, user: Readonly<Record<string, unknown>>): Promise<(string | undefined)[]> {
  const { url, asked } = await startFakeServer(t, { objects: [pod] })
  await readEverything(await connected(t, { server: url, user }))
  return [...new Set(asked.map(({ headers }) => headers.authorization))]
}

/** A credential plug-in: a script in a folder of its own. */
function plugin(
  t: TestContext,
  script: string,
  more: Readonly<Record<string, unknown>> = {}
): { exec: object; folder: string } {
  const folder = tempTree(t, { login: `#!/bin/sh\ncd "$(dirname "$0")"\n${script}\n` })
  chmodSync(join(folder, 'login'), 0o755)
  const exec = {
    apiVersion: 'client.authentication.k8s.io/v1',
    command: join(folder, 'login'),
    interactiveMode: 'Never',
    ...more
  }
  return { exec, folder }
}

const credential = (status: object): string =>
  `cat <<'END'\n${JSON.stringify({ apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status })}\nEND`

describe('whom the server sees', () => {
  test('nobody, where the kubeconfig says nothing', async (t) => {
    assert.deepEqual(await sent(t, {}), [undefined])
  })

  test('a token, in place or in a file that may end with a line break', async (t) => {
    const file = join(tempTree(t, { token: 'from-file\n' }), 'token')
    assert.deepEqual(await sent(t, { token: 'abc' }), ['Bearer abc'])
    assert.deepEqual(await sent(t, { tokenFile: file }), ['Bearer from-file'])
    assert.deepEqual(await sent(t, { token: 'abc', tokenFile: file }), ['Bearer from-file'])
  })

  test('a name and a password', async (t) => {
    assert.deepEqual(await sent(t, { username: 'jane', password: 'hunter2' }), [`Basic ${base64('jane:hunter2')}`])
  })

  test('somebody else whom the user may stand in for', async (t) => {
    const { url, asked } = await startFakeServer(t, { objects: [pod] })
    const user = { token: 'abc', as: 'jane', 'as-groups': ['dev', 'ops'] }
    await readEverything(await connected(t, { server: url, user }))
    assert.ok(
      asked.every(
        ({ headers }) => headers['impersonate-user'] === 'jane' && headers['impersonate-group'] === 'dev, ops'
      )
    )
  })
})

describe('a credential plug-in', () => {
  test('gives a token, once for all requests', async (t) => {
    const { exec, folder } = plugin(t, `echo run >> runs\n${credential({ token: 'from-plugin' })}`)
    assert.deepEqual(await sent(t, { exec }), ['Bearer from-plugin'])
    assert.equal(readFileSync(join(folder, 'runs'), 'utf8'), 'run\n')
  })

  test('gives another one when that has ended', async (t) => {
    const script = 'n=$(cat n); echo $((n + 1)) > n\n'
    const status = '{"token": "t%s", "expirationTimestamp": "2020-01-01T00:00:00Z"}'
    const { exec, folder } = plugin(t, `${script}printf '{"status": ${status}}' "$n"`)
    writeFileSync(join(folder, 'n'), '1')
    const headers = await sent(t, { exec })
    assert.ok(headers.includes('Bearer t1') && headers.includes('Bearer t2'))
  })

  test('gives another one when the server does not accept it any more', async (t) => {
    const { exec, folder } = plugin(t, `n=$(cat n); echo $((n + 1)) > n\nprintf '{"status": {"token": "t%s"}}' "$n"`)
    writeFileSync(join(folder, 'n'), '1')
    const interfere = ({ path, headers }: Asked) =>
      path === '/api/v1/pods' && headers.authorization === 'Bearer t1' ? failure(401, 'Unauthorized') : undefined
    const { url } = await startFakeServer(t, { objects: [pod], interfere })
    const { resources, unread } = await readEverything(await connected(t, { server: url, user: { exec } }))
    assert.deepEqual([resources.length, unread], [1, []])
  })

  test('is told about the cluster, in the words of its protocol', async (t) => {
    const more = { provideClusterInfo: true, env: [{ name: 'EXTRA', value: 'e' }], args: ['a b', 'c'] }
    const record = 'printf \'%s\' "$KUBERNETES_EXEC_INFO" > info; printf \'%s/%s/%s\' "$1" "$2" "$EXTRA" > seen\n'
    const { exec, folder } = plugin(t, record + credential({ token: 'x' }), more)
    const { url } = await startFakeServer(t, { objects: [pod] })
    const extension = { name: 'client.authentication.k8s.io/exec', extension: { audience: 'dev' } }
    await readEverything(await connected(t, { server: url, user: { exec }, cluster: { extensions: [extension] } }))
    assert.deepEqual(JSON.parse(readFileSync(join(folder, 'info'), 'utf8')), {
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      spec: { interactive: false, cluster: { server: url, config: { audience: 'dev' } } }
    })
    assert.equal(readFileSync(join(folder, 'seen'), 'utf8'), 'a b/c/e')
  })

  test('gives a certificate', async (t) => {
    const authority = makeAuthority(t)
    if (authority === null) return
    const { cert, key } = authority.issue('/CN=me', 'extendedKeyUsage=clientAuth')
    const { exec } = plugin(t, credential({ clientCertificateData: cert, clientKeyData: key }))
    const server = authority.issue('/CN=server', 'subjectAltName=IP:127.0.0.1')
    const tls = { ...server, ca: authority.ca, requestCert: true, rejectUnauthorized: true }
    const { url } = await startFakeServer(t, { objects: [pod], tls })
    const cluster = { 'certificate-authority-data': base64(authority.ca) }
    assert.equal(
      (await readEverything(await connected(t, { server: url, cluster, user: { exec } }))).resources.length,
      1
    )
  })

  const faults: [name: string, script: string, more: Readonly<Record<string, unknown>>, message: RegExp][] = [
    [
      'that fails says why',
      'echo "no session: run login" >&2; exit 3',
      {},
      /plug-in "[^"]*login" of user "tester" failed: no session: run login$/
    ],
    ['that prints something else', 'echo hello', {}, /printed no ExecCredential with a token or a certificate$/],
    ['that prints no credentials', credential({}), {}, /printed no ExecCredential/],
    [
      'that is not installed is told how to get it',
      '',
      { command: 'no-such-plugin', installHint: 'brew install\nno-such-plugin' },
      /cannot be run: it is not installed, or not on the PATH\n {2}brew install\n {2}no-such-plugin$/
    ],
    ['that needs a person', '', { interactiveMode: 'Always' }, /needs a terminal: log in first, then scan$/]
  ]
  for (const [name, script, more, message] of faults) {
    test(name, async (t) => {
      const { exec } = plugin(t, script, more)
      const { url } = await startFakeServer(t, { objects: [] })
      assert.match(await problemOf(t, { server: url, user: { exec } }), message)
    })
  }
})
