import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createEnvironment } from '../environment.ts'
import { kubernetesLibraries, newestMinor } from './kubernetes-libraries.ts'

function names(minor: number): string[] {
  return kubernetesLibraries(minor).map(({ name }) => name)
}

test('libraries come with the versions of Kubernetes', () => {
  assert.ok(!names(27).includes('kubernetes.quantity'))
  assert.ok(names(28).includes('kubernetes.quantity'))
  assert.ok(names(34).includes('cel.lib.ext.lists'))
  assert.deepEqual(
    kubernetesLibraries().map(({ name }) => name),
    names(newestMinor)
  )
})

test('in every version each library and each overload is there once', () => {
  for (let minor = 0; minor <= newestMinor; minor++) {
    assert.equal(new Set(names(minor)).size, names(minor).length)
    // Declaring an overload twice is refused.
    createEnvironment({ libraries: kubernetesLibraries(minor) })
  }
})
