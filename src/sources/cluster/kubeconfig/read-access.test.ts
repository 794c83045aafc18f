import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { type TreeEntry, tempTree } from '../../temp-tree.fixture.ts'
import type { ClusterAccess } from './access.ts'
import { readAccess } from './read-access.ts'

const config = (context = 'dev', cluster = 'dev', user = 'me'): string => `apiVersion: v1
kind: Config
current-context: ${context}
clusters:
  - name: ${cluster}
    cluster: {server: "https://10.0.0.1:6443", certificate-authority: pki/ca.crt}
users:
  - name: ${user}
    user: {token: abc}
contexts:
  - name: ${context}
    context: {cluster: ${cluster}, user: ${user}}
`

type Env = Readonly<Record<string, string>>

/** Reads from files in a folder of their own, which is named \`~\` in messages. */
function read(
  t: TestContext,
  files: Readonly<Record<string, TreeEntry>>,
  { kubeconfig, context, env = {} }: { kubeconfig?: string; context?: string; env?: Env } = {}
): ClusterAccess | string {
  const root = tempTree(t, { 'home/.keep': '', 'pki/ca.crt': 'PEM', ...files })
  const named = kubeconfig === undefined ? undefined : join(root, kubeconfig)
  const inRoot = Object.entries(env).map(([name, value]) => [name, value.replaceAll('~', root)])
  const access = readAccess({ kubeconfig: named, context }, { HOME: join(root, 'home'), ...Object.fromEntries(inRoot) })
  return 'problem' in access ? access.problem.replaceAll(root, '~') : access
}

function accessOf(...args: Parameters<typeof read>): ClusterAccess {
  const access = read(...args)
  if (typeof access === 'string') assert.fail(access)
  return access
}

describe('where a kubeconfig is looked for', () => {
  test('the named file, then $KUBECONFIG, then the home folder', (t) => {
    const files = { a: config('a'), b: config('b'), 'home/.kube/config': config('c') }
    const env = { KUBECONFIG: '~/b' }
    const withCa = { ...files, 'home/.kube/pki/ca.crt': 'PEM' }
    assert.equal(accessOf(t, files, { kubeconfig: 'a', env }).name, 'a')
    assert.equal(accessOf(t, files, { env }).name, 'b')
    assert.equal(accessOf(t, withCa).name, 'c')
  })

  test('several files count together, and the first of what has the same name', (t) => {
    const files = {
      a: 'contexts: [{name: x, context: {cluster: dev, user: me}}]\ncurrent-context: x\n',
      b: config('dev').replace('token: abc', 'token: first'),
      c: config('other').replace('10.0.0.1', '10.0.0.2')
    }
    const access = accessOf(t, files, { env: { KUBECONFIG: '~/a:~/gone::~/b:~/c' } })
    assert.deepEqual([access.name, access.server.host, access.account.token], ['x', '10.0.0.1:6443', 'first'])
  })

  test('paths count from the file that names them', (t) => {
    const text = config().replace(
      '{token: abc}',
      '{client-certificate: ../me.crt, client-key: /dev/null, tokenFile: ../me.crt}'
    )
    const access = accessOf(
      t,
      { 'deep/config': text, 'deep/pki/ca.crt': 'PEM', 'me.crt': 'PEM' },
      { kubeconfig: 'deep/config' }
    )
    assert.match(access.endpoint.caFile ?? '', /\/deep\/pki\/ca\.crt$/)
    assert.match(access.account.certFile ?? '', /\/me\.crt$/)
    assert.doesNotMatch(access.account.certFile ?? '', /\/deep\/me\.crt$/)
    assert.equal(access.account.keyFile, '/dev/null')
  })

  test('is told where there is none', (t) => {
    assert.equal(
      read(t, {}),
      'no cluster is configured: there is no ~/home/.kube/config. Name a kubeconfig with --kubeconfig or $KUBECONFIG'
    )
    assert.equal(read(t, {}, { env: { KUBECONFIG: '~/a:~/b' } }), 'KUBECONFIG names ~/a, ~/b, which does not exist')
    assert.equal(read(t, {}, { kubeconfig: 'gone' }), 'kubeconfig ~/gone: no such file or folder')
    assert.equal(read(t, {}, { kubeconfig: 'home' }), 'kubeconfig ~/home: is a folder')
  })
})

test('inside a pod without any, the service account of the pod', (t) => {
  const root = tempTree(t, { token: 'abc', 'ca.crt': 'PEM', 'home/.keep': '' })
  const env = { HOME: join(root, 'home'), KUBERNETES_SERVICE_HOST: 'fd00::1', KUBERNETES_SERVICE_PORT: '443' }
  const here = (context?: string) => readAccess({ kubeconfig: undefined, context }, env, root)
  const access = here()
  if ('problem' in access) assert.fail(access.problem)
  assert.deepEqual([access.name, access.server.href], ['in-cluster', 'https://[fd00::1]/'])
  assert.deepEqual([access.endpoint.caFile, access.account.tokenFile], [join(root, 'ca.crt'), join(root, 'token')])
  const named = here('dev')
  assert.ok('problem' in named && named.problem.startsWith('there is no kubeconfig to find context "dev" in'))
})

describe('what is wrong with a kubeconfig', () => {
  const wrong: [name: string, text: string | Uint8Array, message: string][] = [
    ['is told with its line', 'clusters:\n  - name: [\n', 'kubeconfig ~/k:2:11: this bracket is never closed by "]"'],
    ['may be that it is none', '- a\n', '~/k is no kubeconfig: it holds no mapping with clusters and contexts'],
    [
      'may be that it is no text',
      new Uint8Array([0, 1, 2]),
      'kubeconfig ~/k: this is a binary file, not YAML or JSON text'
    ],
    ['may be that it is empty', '', 'kubeconfig ~/k has no current context; name one with --context (it has none)'],
    [
      'no current context',
      config().replace('current-context: dev\n', ''),
      'kubeconfig ~/k has no current context; name one with --context (it has dev)'
    ],
    [
      'a cluster that is not there',
      config().replace('{cluster: dev', '{cluster: dve'),
      'context "dev" of kubeconfig ~/k names the cluster "dve", which is not there; did you mean "dev"?'
    ],
    [
      'a user who is not there',
      config().replace('user: me}', 'user: you}'),
      'context "dev" of kubeconfig ~/k names the user "you", which is not there'
    ],
    ['no cluster', config().replace('cluster: dev, ', ''), 'context "dev" of kubeconfig ~/k names no cluster'],
    [
      'no server',
      config().replace('server: "https://10.0.0.1:6443", ', ''),
      'cluster "dev" of kubeconfig ~/k has no server; write it like https://10.0.0.1:6443'
    ],
    [
      'a server that is no URL',
      config().replace('https://10.0.0.1:6443', '10.0.0.1:6443'),
      'cluster "dev" of kubeconfig ~/k has the server "10.0.0.1:6443"; write it like https://10.0.0.1:6443'
    ],
    [
      'a file that is gone',
      config().replace('pki/ca.crt', 'pki/gone.crt'),
      'certificate-authority ~/pki/gone.crt, which the kubeconfig names: no such file or folder'
    ],
    [
      'an auth provider of long ago',
      config().replace('{token: abc}', '{auth-provider: {name: openstack}}'),
      'user "me" of kubeconfig ~/k has the auth provider "openstack", which Kubernetes has given up; use its exec plug-in'
    ],
    [
      'an exec plug-in without a command',
      config().replace('{token: abc}', '{exec: {apiVersion: client.authentication.k8s.io/v1}}'),
      'user "me" of kubeconfig ~/k has an exec plug-in without a command'
    ],
    [
      'an exec plug-in of an old protocol',
      config().replace('{token: abc}', '{exec: {apiVersion: client.authentication.k8s.io/v1alpha1, command: x}}'),
      'the exec plug-in of user "me" in kubeconfig ~/k has the apiVersion "client.authentication.k8s.io/v1alpha1"; write client.authentication.k8s.io/v1'
    ]
  ]
  for (const [name, text, message] of wrong) {
    test(name, (t) => assert.equal(read(t, { k: text }, { kubeconfig: 'k' }), message))
  }

  test('is told for a context, with the nearest name', (t) => {
    assert.equal(
      read(t, { k: config('staging') }, { kubeconfig: 'k', context: 'stagin' }),
      'kubeconfig ~/k has no context "stagin"; did you mean "staging"? (it has staging)'
    )
  })

  test('is not that entries are odd that nobody asks for', (t) => {
    const odd = `${config()}  - 7\n  - {name: [], context: {}}\n  - name: x\nextensions: 3\n`
    assert.equal(accessOf(t, { k: odd }, { kubeconfig: 'k' }).name, 'dev')
    assert.match(
      String(read(t, { k: odd }, { kubeconfig: 'k', context: 'x' })),
      /context "x" of kubeconfig ~\/k names no cluster/
    )
  })
})

describe('what a kubeconfig says', () => {
  test('of the way to the server', (t) => {
    const text = config().replace(
      'certificate-authority: pki/ca.crt',
      'insecure-skip-tls-verify: true, tls-server-name: api.example, proxy-url: "socks5://p:1", disable-compression: true, certificate-authority-data: UEVN'
    )
    const env = { HTTPS_PROXY: 'http://ignored' }
    assert.deepEqual(accessOf(t, { k: text }, { kubeconfig: 'k', env }).endpoint, {
      caFile: null,
      caData: 'UEVN',
      skipVerify: true,
      tlsServerName: 'api.example',
      proxy: 'socks5://p:1',
      compression: false,
      execConfig: null
    })
    assert.equal(accessOf(t, { k: config() }, { kubeconfig: 'k', env }).endpoint.proxy, 'http://ignored')
  })

  test('of whom to be', (t) => {
    const as = 'as: jane, as-uid: "7", as-groups: [dev, 3, ops], as-user-extra: {example.com/scope: [view]}'
    const { account } = accessOf(t, { k: config().replace('{token: abc}', `{token: abc, ${as}}`) }, { kubeconfig: 'k' })
    assert.deepEqual(account.impersonation, {
      'impersonate-user': 'jane',
      'impersonate-uid': '7',
      'impersonate-group': ['dev', 'ops'],
      'impersonate-extra-example.com%2Fscope': ['view']
    })
  })

  test('of a credential plug-in', (t) => {
    const exec = `exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      command: bin/login
      args: [--cluster, 7]
      env: [{name: A, value: b}, {name: C}]
      provideClusterInfo: true
      interactiveMode: Never
      installHint: get it`
    const text = config().replace('user: {token: abc}', `user:\n      ${exec.replaceAll('\n', '\n  ')}`)
    const { account } = accessOf(t, { k: text }, { kubeconfig: 'k' })
    assert.match(account.exec?.command ?? '', /^\/.*\/bin\/login$/)
    assert.deepEqual(
      { ...account.exec, command: '' },
      {
        apiVersion: 'client.authentication.k8s.io/v1beta1',
        command: '',
        args: ['--cluster', '7'],
        env: { A: 'b', C: '' },
        installHint: 'get it',
        provideClusterInfo: true,
        interactive: 'Never'
      }
    )
  })
})
