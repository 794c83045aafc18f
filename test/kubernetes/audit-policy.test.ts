import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { type AuditedRequest, auditDecision, auditLevels } from '../../src/estate/audit-policy.ts'
import type { Mapping } from '../../src/estate/mapping.ts'
import { goProgram } from '../go-program.ts'

const cases = 20_000

/** Numbers below a limit, the same in every run (a linear congruential generator). */
function numbers(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

test('policies record requests as those of the API server do', async (t) => {
  const program = await goProgram(join(import.meta.dirname, 'audit-oracle'))
  if (typeof program !== 'string') return t.skip(program.skipped)
  const below = numbers(7)
  const one = <T>(values: readonly [T, ...T[]]): T => values[below(values.length)] ?? values[0]
  const some = <T>(values: readonly [T, ...T[]]): T[] => Array.from({ length: below(3) }, () => one(values))
  const users = ['jane', 'joe', 'system:anonymous'] as const
  const groups = ['dev', 'ops', 'system:authenticated'] as const
  const verbs = ['get', 'list', 'create'] as const
  const spaces = ['', 'shop', 'kube-system'] as const
  const names = ['pods', 'pods/exec', 'pods/*', '*/exec', '*', 'secrets', '*/log'] as const
  const resources = (): Mapping[] =>
    Array.from({ length: below(3) }, () => ({
      group: one(['', 'apps', '*'] as const),
      resources: some(names),
      ...(below(8) === 0 ? { resourceNames: ['a'] } : {})
    }))
  const rule = (): Mapping => ({
    level: one(auditLevels),
    ...(below(3) === 0 ? { users: some(users) } : {}),
    ...(below(3) === 0 ? { userGroups: some(groups) } : {}),
    ...(below(3) === 0 ? { verbs: some(verbs) } : {}),
    ...(below(3) === 0 ? { namespaces: some(spaces) } : {}),
    ...(below(2) === 0 ? { resources: resources() } : {}),
    ...(below(8) === 0 ? { nonResourceURLs: ['/healthz*'] } : {})
  })
  const asked = Array.from({ length: cases }, () => {
    const request: AuditedRequest = {
      user: one(users),
      groups: some(groups),
      verb: one(verbs),
      group: one(['', 'apps'] as const),
      resource: one(['pods', 'secrets'] as const),
      subresource: one(['', 'exec'] as const),
      namespace: one(spaces)
    }
    return { policy: { rules: Array.from({ length: below(4) }, rule) }, request }
  })
  const input = asked.map((line) => JSON.stringify(line)).join('\n')
  const { stdout, stderr } = spawnSync(program, { input, encoding: 'utf8', maxBuffer: 2 ** 28 })
  const answers = stdout.trimEnd().split('\n')
  assert.equal(answers.length, cases, stderr)
  asked.forEach(({ policy, request }, index) => {
    assert.equal(auditDecision(policy, request).level, answers[index], JSON.stringify({ policy, request }))
  })
})
