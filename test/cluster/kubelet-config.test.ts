import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bulwarkBeside } from '../cli/bulwark.ts'
import type { Report } from '../cli/report.ts'
import { type Asked, type FakeObject, failure, type Reply, startFakeServer } from './fake-api-server.ts'
import { kubeconfig } from './reading.ts'

const objects: FakeObject[] = ['n1', 'n2'].map((name) => ({ apiVersion: 'v1', kind: 'Node', metadata: { name } }))
const open = { authentication: { anonymous: { enabled: true } }, readOnlyPort: 0, rotateCertificates: true }
const closed = { ...open, authentication: { anonymous: { enabled: false } } }

async function scan(
  t: Parameters<typeof startFakeServer>[0],
  answers: (node: string) => Reply,
  ...options: string[]
): Promise<{ report: Report; asked: Asked[] }> {
  const server = await startFakeServer(t, {
    objects,
    interfere({ path }) {
      const node = /^\/api\/v1\/nodes\/(\w+)\/proxy\/configz$/.exec(path)?.[1]
      return node === undefined ? undefined : answers(node)
    }
  })
  const config = kubeconfig(t, { server: server.url })
  const args = ['scan', '--cluster', '--kubeconfig', config, '-f', 'cis', '-o', 'json', ...options]
  const { stdout } = await bulwarkBeside(args)
  return { report: JSON.parse(stdout), asked: server.asked }
}

const kubelets = ({ asked }: { asked: readonly Asked[] }): string[] =>
  asked.filter(({ path }) => path.includes('/proxy/')).map(({ path }) => path)

function verdicts({ findings }: Report, control: string): unknown[] {
  return findings
    .filter((finding) => finding.control === control)
    .map(({ status, resource: { kind, name }, file, path }) => [status, kind, name, file, path])
}

describe('--kubelet-config', () => {
  test('judges what each kubelet says of itself', async (t) => {
    const answers = (node: string): Reply => ({ body: { kubeletconfig: node === 'n1' ? open : closed } })
    const { report } = await scan(t, answers, '--kubelet-config')
    assert.deepEqual(verdicts(report, 'kubelet-anonymous-requests'), [
      ['fail', 'KubeletConfiguration', 'n1', null, 'authentication.anonymous.enabled']
    ])
    assert.deepEqual([report.errors, report.unread.filter(({ kind }) => kind === 'KubeletConfiguration')], [[], []])
  })

  test('is asked for: no kubelet is bothered otherwise', async (t) => {
    const result = await scan(t, () => ({ body: { kubeletconfig: open } }))
    assert.deepEqual(kubelets(result), [])
    assert.deepEqual(verdicts(result.report, 'kubelet-anonymous-requests'), [])
  })

  test('without the right, verdicts on kubelets are unknown', async (t) => {
    const refused = failure(403, 'nodes "n1" is forbidden: User "x" cannot get resource "nodes/proxy"')
    const { report } = await scan(t, () => refused, '--kubelet-config')
    assert.deepEqual(verdicts(report, 'kubelet-anonymous-requests'), [
      ['unknown', 'KubeletConfiguration', null, null, '']
    ])
    assert.match(report.unread.find(({ kind }) => kind === 'KubeletConfiguration')?.reason ?? '', /nodes\/proxy/)
    assert.deepEqual(report.errors, [])
  })

  test('a kubelet that does not answer costs no other, and is told', async (t) => {
    const answers = (node: string): Reply =>
      node === 'n1' ? failure(404, 'no such kubelet') : { body: { kubeletconfig: open } }
    const { report } = await scan(t, answers, '--kubelet-config')
    assert.match(report.errors[0]?.message ?? '', /node n1/)
    const statuses = verdicts(report, 'kubelet-anonymous-requests').map((verdict) => (verdict as string[])[0])
    assert.deepEqual(statuses.sort(), ['fail', 'unknown'])
  })
})
