import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

interface Manifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
  readonly devDependencies: Readonly<Record<string, string>>
}

/** The manifest of the project, as far as packages take it over. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest

/** What goes into every package besides the program. */
const documents = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'docs/schema',
  'docs/coverage.md',
  'deploy/crds',
  'deploy/rbac'
]

/**
 * Lays out the program as it is published: `bin`, `lib` and the documents.
 * @param folder Made anew.
 */
export function stage(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'bin'), { recursive: true })
  cpSync(join(root, 'deploy/package/bulwark'), join(folder, 'bin/bulwark'))
  chmodSync(join(folder, 'bin/bulwark'), 0o755)
  cpSync(join(root, 'dist/current/'), join(folder, 'lib'), { recursive: true, dereference: true })
  cpSync(join(root, 'bin/v8-flags'), join(folder, 'lib/v8-flags'))
  for (const name of documents) cpSync(join(root, name), join(folder, name), { recursive: true })
}

/** Adds the manifest of the npm package. The pinned Node comes as its one dependency. */
export function stageManifest(folder: string): void {
  const { name, version, description, license, devDependencies } = manifest
  const published = {
    name,
    version,
    description,
    license,
    type: 'commonjs',
    bin: { bulwark: 'bin/bulwark' },
    os: ['linux', 'darwin'],
    engines: { node: '>=20' },
    dependencies: { node: devDependencies.node }
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
}

/** Adds the pinned Node of this machine, so that nothing else is needed to run. */
export function stageNode(folder: string): void {
  mkdirSync(join(folder, 'node/bin'), { recursive: true })
  cpSync(join(root, 'node_modules/node/bin/node'), join(folder, 'node/bin/node'))
  chmodSync(join(folder, 'node/bin/node'), 0o755)
}
