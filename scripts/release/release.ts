/**
 * Makes everything that is published, in `dist/release`: the npm package, an archive that needs nothing installed, the
 * root file system of the container image, checksums, and their signature where `BULWARK_SIGNING_KEY` names a file with
 * an Ed25519 private key in PEM. The archive and the image are for the machine's own platform.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeChecksums } from './checksums.ts'
import { copyLibraries } from './libraries.ts'
import { manifest, stage, stageManifest, stageNode } from './stage.ts'

const root = join(import.meta.dirname, '../..')
const release = join(root, 'dist/release')
const staging = join(root, 'dist/staging')
const { name, version } = manifest
const platform = `${process.platform}-${process.arch}`

run(process.execPath, ['scripts/build.ts'], root)
rmSync(release, { recursive: true, force: true })
mkdirSync(release, { recursive: true })
packNpm()
packArchive()
if (process.platform === 'linux') packImageRoot()
const keyFile = process.env.BULWARK_SIGNING_KEY
writeChecksums(release, keyFile === undefined ? undefined : readFileSync(keyFile, 'utf8'))
rmSync(staging, { recursive: true, force: true })

function packNpm(): void {
  const folder = join(staging, 'npm')
  stage(folder)
  stageManifest(folder)
  run('npm', ['pack', '--loglevel=error', '--pack-destination', release], folder)
}

function packArchive(): void {
  const top = `${name}-${version}`
  const folder = join(staging, 'archive', top)
  stage(folder)
  stageNode(folder)
  tar(join(release, `${top}-${platform}.tar.gz`), join(staging, 'archive'), top)
}

/** Nothing but the program, Node and the libraries that Node needs: no shell, no package manager. */
function packImageRoot(): void {
  const folder = join(staging, 'image')
  stage(join(folder, 'bulwark'))
  stageNode(join(folder, 'bulwark'))
  copyLibraries(join(folder, 'bulwark/node/bin/node'), folder)
  mkdirSync(join(folder, 'etc'), { recursive: true })
  writeFileSync(join(folder, 'etc/passwd'), 'bulwark:x:65532:65532::/:/none\n')
  writeFileSync(join(folder, 'etc/group'), 'bulwark:x:65532:\n')
  mkdirSync(join(folder, 'tmp'), { mode: 0o1777 })
  tar(join(release, `${name}-${version}-image-root-${process.arch}.tar.gz`), folder, '.')
  cpSync(join(root, 'deploy/image/Dockerfile'), join(release, 'Dockerfile'))
}

/** The same files give the same bytes: names sorted, times and owners the same. */
function tar(file: string, folder: string, content: string): void {
  const fixed = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner']
  run('tar', [...fixed, '--use-compress-program=gzip -n -6', '-cf', file, content], folder)
}

function run(program: string, args: readonly string[], cwd: string): void {
  const { status, error } = spawnSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`)
}
