import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { reportFormats } from '../../src/cli/scan/report-formats.ts'
import { bulwark } from './bulwark.ts'
import { scan } from './report.ts'

const folder = mkdtempSync(join(tmpdir(), 'bulwark-concealed-'))
after(() => rmSync(folder, { recursive: true }))

/** Part of every value that has to stay out of reports. Put together, so that no scanner takes it for a real one. */
const mark = ['hun', 'ter2'].join('')
const key = `ghp_${mark}${'a1B2c3D4'.repeat(5)}`
const encoded = Buffer.from(`${mark}${mark}`).toString('base64')

/** A credential in every place in which one is looked for, beside fields that other controls point to. */
const manifest = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: default
  annotations:
    note: ${key}
    other: a
spec:
  containers:
    - name: app
      image: web
      command: [serve, --token, ${key}]
      args:
        - --db-password
        - ${mark}
        - --api-key=${key}
      securityContext: {privileged: true}
      env:
        - {name: DB_PASSWORD, value: ${mark}}
        - name: BROKER
          value: amqp://shop:${mark}@broker
        - name: FOLDED
          value: >-
            postgres://shop:${mark}@db/orders
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: default
data:
  db.password: ${mark}
  plain: a
  application.properties: |
    spring.datasource.password=${mark}
    token=${key}
  id_rsa: |
    ${['-----BEGIN OPENSSH', 'PRIVATE KEY-----'].join(' ')}
    ${mark}
    ${['-----END OPENSSH', 'PRIVATE KEY-----'].join(' ')}
---
apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: default
data:
  password: ${encoded}
stringData:
  token: ${key}
---
apiVersion: rtf.mulesoft.com/v1
kind: MuleApplication
metadata:
  name: orders
  namespace: default
spec:
  properties:
    - key: db.password
      value: ${mark}
  jvmArgs: -Djavax.net.ssl.keyStorePassword=${mark} -Xmx1g
`

test('credentials are found wherever they stand, and no report shows one', () => {
  const file = join(folder, 'all.yaml')
  writeFileSync(file, manifest)
  const frameworks = ['-f', 'nsa', '-f', 'guide', '-f', 'cis', '-f', 'attack', '-f', 'pss-restricted']
  const { findings } = scan([file, ...frameworks])
  const places = findings
    .filter(({ control }) => control === 'plain-text-credential' || control === 'secret-in-manifest')
    .map(({ resource, path }) => `${resource.kind} ${path}`)
  assert.deepEqual(places.sort(), [
    'ConfigMap data.id_rsa',
    'ConfigMap data["application.properties"]',
    'ConfigMap data["db.password"]',
    'MuleApplication spec.jvmArgs',
    'MuleApplication spec.properties[0].value',
    'Pod metadata.annotations.note',
    'Pod spec.containers[0].args[1]',
    'Pod spec.containers[0].command[2]',
    'Pod spec.containers[0].env[0].value',
    'Pod spec.containers[0].env[1].value',
    'Pod spec.containers[0].env[2].value',
    'Secret data.password'
  ])
  const targets = reportFormats.flatMap((format) => ['-o', `${format}=${join(folder, `report.${format}`)}`])
  const { status, stderr } = bulwark(['scan', file, ...frameworks, ...targets, '--show-passed'])
  assert.equal(status, 1, stderr)
  const reports = readdirSync(folder).filter((name) => name.startsWith('report.'))
  assert.equal(reports.length, reportFormats.length)
  for (const name of reports) {
    const text = readFileSync(join(folder, name), 'utf8')
    assert.ok(!text.includes(mark) && !text.includes(encoded.slice(0, 12)), `${name} shows a credential`)
  }
})
