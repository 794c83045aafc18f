import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { keyStatus } from '../../rtf/facts/exposure.ts'
import { documentedFacts } from '../../rtf/facts/facts.ts'
import type { Control } from '../control.ts'
import { registry } from '../registry.ts'
import { guide } from './guide.ts'
import { runtimeFabric } from './runtime-fabric.ts'
import { type Applier, runtimeFabricStatements } from './runtime-fabric-statements.ts'

const newest = { major: 3, minor: 0, patch: 277 }
const routes = { template: 'runtime-manager', application: 'anypoint-controller' } as const

/** What a control has to be to show what is done at a place. */
const fits: Readonly<Partial<Record<Applier, (control: Control) => boolean>>> = {
  runtime: ({ rtf }) => rtf === 'fixed',
  template: ({ rtf }) => rtf === 'settable',
  application: ({ rtf }) => rtf === 'settable',
  // A policy is made of rules on pods, or of a list of registries.
  admission: ({ id, rules }) => rules.length > 0 || id === 'untrusted-registry'
}

function controlNamed(id: string): Control {
  return registry.find(id) ?? assert.fail(`there is no control ${id}`)
}

test('every statement of the guide says where it is applied, and nothing else does', () => {
  assert.deepEqual(
    Object.keys(runtimeFabricStatements).sort(),
    guide
      .items('')
      .map(({ id }) => id)
      .sort()
  )
})

for (const item of runtimeFabric.items('').filter(({ appliedBy }) => appliedBy !== undefined)) {
  describe(`statement ${item.id}`, () => {
    const places = runtimeFabricStatements[item.id] ?? []

    test('is applied somewhere, by keys that the newest version knows', () => {
      assert.ok(places.length > 0)
      for (const { by, key } of places) {
        if (key === undefined) continue
        assert.ok(by === 'template' || by === 'application')
        assert.equal(keyStatus(documentedFacts, key, newest, routes[by]).status, 'known', key)
      }
    })

    test('is shown by controls that are about it and about that place', () => {
      for (const { by, controls = [] } of places) {
        for (const control of controls.map(controlNamed)) {
          assert.ok(runtimeFabric.itemsOf(control, '').includes(item.id), `${control.id} does not answer it`)
          assert.ok(fits[by]?.(control) ?? true, `${control.id} shows nothing of ${by}`)
        }
      }
    })

    test('is answered by a control, or asked of a person', () => {
      const shown = places.some(({ controls = [] }) => controls.length > 0)
      assert.ok(shown || item.evidence !== undefined)
    })
  })
}
