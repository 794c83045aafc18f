import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from './bulwark.ts'

const samples = join(import.meta.dirname, '../../samples')

const namespace = `apiVersion: v1
kind: Namespace
metadata:
  name: mule-live
  labels: {rtf.mulesoft.com/agentNamespace: rtf}
`
const oldTemplate = `# Ours.
apiVersion: rtf.mulesoft.com/v1
kind: KubernetesTemplate
metadata: {name: mule-application, namespace: rtf}
spec:
  pod:
    ephemeralStorageLimit: 4gb # as the page says
`
const known = ['--rtf-version', '3.0.277', '--region', 'eu']

describe('bulwark rtf template', () => {
  test('shows a diff that git takes, and after it nothing is left to do', (t) => {
    const folder = tempTree(t, {})
    cpSync(samples, folder, { recursive: true })
    const args = ['rtf', 'template', 'mule', 'network', '--ingress-namespace', 'ingress-nginx']
    const { stdout, stderr } = bulwark(args, { cwd: folder })
    assert.match(stderr, /KubernetesTemplate rtf\/mule-application/)
    assert.match(stderr, /To be redeployed.*\n +mule-production\/customers-api/)
    const applied = spawnSync('git', ['apply', '--unsafe-paths', '-p1', '-'], {
      cwd: folder,
      input: stdout,
      encoding: 'utf8'
    })
    assert.equal(applied.status, 0, applied.stderr)
    const again = bulwark(args, { cwd: folder })
    assert.deepEqual([again.status, again.stdout], [0, ''], again.stderr)
  })

  test('writes files, keeps comments, and mends what is wrong', (t) => {
    const folder = tempTree(t, { 'namespace.yaml': namespace, 'template.yaml': oldTemplate })
    const { status, stderr } = bulwark(['rtf', 'template', '.', ...known, '--write'], { cwd: folder })
    assert.equal(status, 0, stderr)
    assert.deepEqual(readdirSync(folder).sort(), ['namespace.yaml', 'rtf-network-policies.yaml', 'template.yaml'])
    assert.equal(
      readFileSync(join(folder, 'template.yaml'), 'utf8'),
      oldTemplate.replace(
        '4gb # as the page says\n',
        `4Gi # as the page says
    containerSecurityContext:
      runAsNonRoot: true
      seccompProfile:
        type: RuntimeDefault
    automountServiceAccountToken: false
`
      )
    )
    assert.match(readFileSync(join(folder, 'rtf-network-policies.yaml'), 'utf8'), /eu1\.ingest\.mulesoft\.com/)
  })

  test('makes a template where there is none, and says all of it as json', (t) => {
    const folder = tempTree(t, { 'namespace.yaml': namespace })
    const { stdout } = bulwark(['rtf', 'template', '.', ...known, '--no-network-policies', '-o', 'json'], {
      cwd: folder
    })
    const { fabrics, files, problems } = JSON.parse(stdout) as {
      fabrics: { version: string; newTemplate: { set: { key: string }[] } }[]
      files: { file: string; isNew: boolean; diff: string }[]
      problems: string[]
    }
    assert.deepEqual([fabrics[0]?.version, fabrics[0]?.newTemplate.set.length, problems], ['3.0.277', 3, []])
    assert.deepEqual(
      files.map(({ file, isNew }) => [file, isNew]),
      [['rtf-kubernetes-template.yaml', true]]
    )
    assert.match(files[0]?.diff ?? '', /^--- \/dev\/null\n\+\+\+ b\/rtf-kubernetes-template\.yaml\n/)
  })

  test('refuses what it does not know, and says what to write', (t) => {
    const folder = tempTree(t, { 'namespace.yaml': namespace })
    const refused: [args: string[], message: RegExp][] = [
      [[], /which version of Runtime Fabric runs: name it with --rtf-version/],
      [['--rtf-version', '1.13.2'], /Runtime Fabric 1\.13 is not among the versions that are known/],
      [['--rtf-version', '2.3.0'], /has no KubernetesTemplate: it came with 2\.4/],
      [['--rtf-version', 'newest'], /must be a version such as 3\.0\.277/],
      [['--rtf-version', '3.0.277'], /which control plane is used: name it with --region us\|eu/],
      [['--rtf-version', '3.0.277', '--region', 'uk'], /--region uk: must be one of/],
      [[...known, '--egress', 'db:5432'], /--egress db:5432: must be an address block and a port/],
      [[...known, '--agent-namespace', 'other'], /no agent in namespace other: there are agents in rtf/]
    ]
    for (const [args, message] of refused) {
      const { status, stderr } = bulwark(['rtf', 'template', '.', ...args], { cwd: folder })
      assert.equal(status, 2)
      assert.match(stderr, message)
    }
    const nothing = tempTree(t, { 'a.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n' })
    assert.match(bulwark(['rtf', 'template', '.'], { cwd: nothing }).stderr, /nothing here shows a Runtime Fabric/)
    assert.match(
      bulwark(['rtf', 'inspect', '.', '--region', 'eu'], { cwd: folder }).stderr,
      /--region is about what is written/
    )
  })

  test('a newer version is taken for the newest that is known, and that is said', (t) => {
    const folder = tempTree(t, { 'namespace.yaml': namespace })
    const { status, stderr } = bulwark(['rtf', 'template', '.', '--rtf-version', '4.1.0', '--region', 'eu'], {
      cwd: folder
    })
    assert.equal(status, 0)
    assert.match(stderr, /newer than 3\.0/)
  })
})
