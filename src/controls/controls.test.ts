import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { severities } from './control.ts'
import { controlProblems } from './control-problems.ts'
import { frameworks } from './frameworks/frameworks.ts'
import { kubescapeControls } from './frameworks/kubescape.ts'
import { podSecurityChecks } from './frameworks/pod-security-checks.ts'
import { newestMinor, parseMinor } from './kubernetes-version.ts'
import { registry } from './registry.ts'

test('every Pod Security check is covered by a control', () => {
  const covered = new Set(registry.controls.flatMap(({ maps }) => maps.pss ?? []))
  assert.deepEqual([...covered].sort(), podSecurityChecks.map(({ id }) => id).sort())
})

for (const control of registry.controls) {
  describe(control.id, () => {
    test('loads', () => {
      assert.deepEqual(controlProblems(control), [])
    })

    test('says all it has to say', () => {
      const { title, why, remedy, severity, rules, examples } = control
      for (const text of [title, why, remedy, ...rules.map(({ message }) => message)]) {
        assert.match(text, /^[^\s].*[^\s]$/)
      }
      for (const text of [why, remedy]) assert.match(text, /\.$/)
      assert.ok(severities.includes(severity))
      assert.ok(examples.pass.length > 0 && examples.fail.length > 0)
    })

    test('has its versions in order, within those that are known', () => {
      for (const { require } of control.rules) {
        if (typeof require === 'string') continue
        const minors = require.map(({ since }) => parseMinor(since) ?? Number.NaN)
        assert.deepEqual(
          minors,
          [...new Set(minors)].toSorted((a, b) => a - b)
        )
        assert.ok(minors.every((minor) => minor <= newestMinor))
      }
    })

    test('maps to items that exist, and implies controls that exist', () => {
      for (const framework of frameworks) {
        for (const version of framework.versions.length === 0 ? [''] : framework.versions) {
          const known = new Set(framework.items(version).map(({ id }) => id))
          for (const id of framework.itemsOf(control, version)) assert.ok(known.has(id), `${framework.name} ${id}`)
        }
      }
      for (const id of control.maps.kubescape ?? []) assert.ok(kubescapeControls.has(id), id)
      for (const id of control.maps.pss ?? [])
        assert.ok(
          podSecurityChecks.some((check) => check.id === id),
          id
        )
      for (const id of control.implies ?? []) assert.ok(id !== control.id && registry.find(id) !== undefined, id)
    })
  })
}
