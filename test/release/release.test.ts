import assert from 'node:assert/strict'
import { generateKeyPairSync, verify } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { emptyFolder, ran, release, root } from './packed.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const linux = process.platform === 'linux'

function released(pattern: RegExp): string {
  const name = readdirSync(release).find((candidate) => pattern.test(candidate))
  assert.ok(name !== undefined, `nothing in dist/release is like ${pattern}`)
  return join(release, name)
}

function findsTheSample({ status, stdout, stderr }: ReturnType<typeof ran>): void {
  assert.equal(status, 1, stderr)
  assert.match(stdout, /runs privileged +privileged-container/)
}

describe('what is published', () => {
  before(() => {
    const key = join(tmpdir(), `bulwark-key-${process.pid}.pem`)
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
    const { status, stderr } = ran('make', ['--no-print-directory', 'release'], {
      cwd: root,
      env: { ...process.env, BULWARK_SIGNING_KEY: key }
    })
    assert.equal(status, 0, stderr)
  })

  test('has checksums that hold, and a signature over them', () => {
    const sums = readFileSync(join(release, 'SHA256SUMS'))
    assert.ok(verify(null, sums, publicKey, readFileSync(join(release, 'SHA256SUMS.sig'))))
    const checked = ran('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: release })
    assert.equal(checked.status, 0, checked.stderr)
    const others = readdirSync(release).filter((name) => !name.startsWith('SHA256SUMS'))
    assert.equal(sums.toString().trim().split('\n').length, others.length)
  })

  test('the npm package installs into an empty folder and runs', (t) => {
    const folder = emptyFolder(t)
    const options = ['--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder]
    const installed = ran('npm', ['install', ...options, released(/^bulwark-[\d.]+\.tgz$/)])
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED/.test(installed.stderr)) return t.skip('no npm registry here')
    assert.equal(installed.status, 0, installed.stderr)
    const program = join(folder, 'node_modules/.bin/bulwark')
    findsTheSample(ran(program, ['scan', join(root, 'samples/shop')]))
    assert.match(ran(program, ['--version']).stdout, /^bulwark \d/)
  })

  test('the archive needs nothing but itself, from any folder and through a link', (t) => {
    const folder = emptyFolder(t)
    assert.equal(ran('tar', ['-xzf', released(/\d-(linux|darwin)-/)], { cwd: folder }).status, 0)
    const [top = ''] = readdirSync(folder)
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync(join(folder, top, 'bin/bulwark'), join(folder, 'elsewhere/bulwark'))
    const env = { PATH: '/usr/bin:/bin' }
    findsTheSample(ran('./bulwark', ['scan', join(root, 'samples/shop')], { cwd: join(folder, 'elsewhere'), env }))
  })

  test('the root of the image holds all that its entry point needs, as an unprivileged user', { skip: !linux }, (t) => {
    if (process.getuid?.() !== 0) return t.skip('only root can enter another root')
    const folder = emptyFolder(t)
    assert.equal(ran('tar', ['-xzf', released(/image-root/)], { cwd: folder }).status, 0)
    const recipe = readFileSync(join(release, 'Dockerfile'), 'utf8')
    assert.match(recipe, /^USER 65532:65532$/m)
    const [program = '', ...args] = JSON.parse(/^ENTRYPOINT (\[.*\])$/m.exec(recipe)?.[1] ?? '[]') as string[]
    const flags = readFileSync(join(root, 'bin/v8-flags'), 'utf8').trim().split(' ')
    assert.deepEqual(args.slice(0, -1), flags)
    const input = readFileSync(join(root, 'samples/shop/payments.yaml'), 'utf8')
    findsTheSample(ran('chroot', ['--userspec=65532:65532', folder, program, ...args, 'scan', '-'], { input }))
  })

  test('the launcher says so where its Node is gone', (t) => {
    const folder = emptyFolder(t)
    mkdirSync(join(folder, 'bin'))
    cpSync(join(root, 'deploy/package/bulwark'), join(folder, 'bin/bulwark'))
    const { status, stderr } = ran(join(folder, 'bin/bulwark'), ['--version'])
    assert.equal(status, 2)
    assert.match(stderr, /install the package again/)
  })
})
