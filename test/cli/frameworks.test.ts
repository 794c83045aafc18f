import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bulwark } from './bulwark.ts'
import { faults, goodPod } from './manifests.ts'
import { scan } from './report.ts'

const input = faults.high

function selected(...args: string[]): string[] {
  return scan(['-', ...args], { input }).frameworks
}

function refusal(...args: string[]): string {
  const { status, stderr, stdout } = bulwark(['scan', '-', ...args], { input })
  assert.equal(status, 2)
  assert.equal(stdout, '')
  return stderr
}

describe('frameworks', () => {
  test('the union in the order asked for, each once, with its version', () => {
    assert.deepEqual(selected('-f', 'pss-baseline@1.30', '-f', 'nsa', '--framework=pss-baseline@1.30'), [
      'pss-baseline@1.30',
      selected('-f', 'nsa')[0]
    ])
    assert.match(selected('-f', 'cis')[0] ?? '', /^cis@2\.0$/)
    assert.deepEqual(selected('-f', 'cis-5@1.8'), ['cis-5@1.8'])
  })

  test('Pod Security follows --kube-version, an explicit version wins', () => {
    assert.deepEqual(selected('--kube-version', '1.31'), ['guide', 'pss-restricted@1.31'])
    assert.deepEqual(selected('--kube-version', 'v1.31.4', '-f', 'pss-restricted@1.25', '-f', 'pss-baseline'), [
      'pss-restricted@1.25',
      'pss-baseline@1.31'
    ])
  })

  test('a version above the newest known is taken as it, with a note on standard error', () => {
    const { stdout, stderr, status } = bulwark(['scan', '-', '-f', 'pss-baseline@1.99', '-o', 'json'], { input })
    assert.deepEqual(JSON.parse(stdout).frameworks, ['pss-baseline@1.37'])
    assert.equal(stderr, 'bulwark: pss-baseline@1.99 is judged as 1.37, the newest version that is known\n')
    assert.equal(status, 1)
    assert.match(
      bulwark(['scan', '-', '--kube-version', '1.99'], { input }).stderr,
      /Kubernetes 1\.99 is judged as 1\.37/
    )
  })

  test('what does not exist is refused with the nearest and the known', () => {
    assert.match(refusal('-f', 'pss-restrictd'), /unknown framework "pss-restrictd"; did you mean "pss-restricted"\?/)
    assert.match(refusal('-f', 'gude', '-f', 'nsaa'), /did you mean "guide".*\n.*did you mean "nsa"/)
    assert.match(refusal('-f', 'cis@9.9'), /cis has no version "9\.9"; known are 1\.8, .*2\.0/)
    assert.match(refusal('-f', 'pss-baseline@x'), /known are 1\.0 to 1\.37/)
    assert.match(refusal('-f', 'pss-baseline@'), /no version ""/)
    assert.match(refusal('-f', 'guide@2'), /guide/)
    assert.match(refusal('--kube-version', '2.0'), /"2\.0" is not a version of Kubernetes; write it like 1\.31/)
    assert.match(
      refusal('--control', 'privleged'),
      /unknown control "privleged"; did you mean "privileged-container"\?/
    )
  })

  test('a finding names the frameworks that it fails, by version', () => {
    const sysctl = goodPod('a').replace(
      '    runAsNonRoot: true',
      '    sysctls: [{name: net.ipv4.tcp_rmem, value: "4"}]\n    runAsNonRoot: true'
    )
    const { findings } = scan(['-', '-f', 'pss-baseline@1.31', '-f', 'pss-baseline@1.32'], { input: sysctl })
    assert.deepEqual(
      findings.map(({ control, fails }) => [control, fails]),
      [['unsafe-sysctl', ['pss-baseline@1.31']]]
    )
  })

  test('numbers in maps are those of the version that is selected', () => {
    const cis = (framework: string): unknown =>
      scan(['-', '-f', framework, '--control', 'host-pid'], { input }).findings[0]?.maps.cis
    assert.deepEqual(cis('cis@1.8'), ['5.2.3'])
    assert.ok(Array.isArray(cis('cis@2.0')))
  })
})
