/** Certificates for tests, made with the machine's openssl. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'

export interface KeyPair {
  readonly cert: string
  readonly key: string
}

export interface Authority {
  /** PEM. */
  readonly ca: string
  /** A certificate for a name, with so many days to live; fewer than none have passed. */
  issue(subject: string, extensions: string, days?: number): KeyPair
}

/** Null where openssl is not installed: the test is then skipped. */
export function makeAuthority(t: TestContext): Authority | null {
  if (spawnSync('openssl', ['version']).status !== 0) {
    t.skip('no openssl to make certificates with')
    return null
  }
  const folder = tempTree(t, {})
  const openssl = (...args: string[]): void => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`)
  }
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const newKey = (name: string): void => openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', name)
  newKey('ca.key')
  const isAuthority = ['-addext', 'basicConstraints=critical,CA:TRUE']
  openssl(
    'req',
    '-x509',
    '-new',
    '-key',
    'ca.key',
    '-subj',
    '/CN=test-ca',
    '-days',
    '2',
    '-out',
    'ca.crt',
    ...isAuthority
  )
  let serial = 0
  return {
    ca: read('ca.crt'),
    issue(subject, extensions, days = 2) {
      const name = `leaf-${++serial}`
      newKey(`${name}.key`)
      openssl('req', '-new', '-key', `${name}.key`, '-subj', subject, '-out', `${name}.csr`, '-addext', extensions)
      const signer = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-set_serial', String(serial), '-copy_extensions', 'copy']
      openssl('x509', '-req', '-in', `${name}.csr`, ...signer, '-days', String(days), '-out', `${name}.crt`)
      return { cert: read(`${name}.crt`), key: read(`${name}.key`) }
    }
  }
}

export function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
