import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registry } from '../../controls/registry.ts'
import { admissionCover } from './admission-cover.ts'

test('what no template can set is held by the lowest level of Pod Security that asks for it, else by a policy', () => {
  const levelOf = new Map(
    admissionCover(registry.controls).flatMap(({ level, controls }) => controls.map((id) => [id, level] as const))
  )
  const expected: [id: string, level: string | null | undefined][] = [
    ['privileged-container', 'baseline'],
    ['host-network', 'baseline'],
    ['allow-privilege-escalation', 'restricted'],
    ['writable-root-file-system', null],
    ['seccomp-profile', undefined],
    ['cluster-admin-binding', undefined]
  ]
  for (const [id, level] of expected) assert.equal(levelOf.get(id), level, id)
})
