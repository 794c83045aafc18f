import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >
}

const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')) as Lock

describe('package-lock.json', () => {
  test("has the packages of every platform: npm ci refuses it otherwise, even where they are another platform's", () => {
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter((name) => packages[`node_modules/${name}`] === undefined)
    assert.deepEqual(missing, [])
  })

  test('names no registry: everybody installs from their own', () => {
    const bound = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)
    assert.deepEqual(
      bound.map(([name]) => name),
      []
    )
  })
})
