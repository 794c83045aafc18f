import assert from 'node:assert/strict'
import { test } from 'node:test'
import { privilegedContainer } from '../../controls/pod/privileged-container.ts'
import type { Finding } from '../../scan/finding.ts'
import { exceptedFinding, findingWith, pageList, resultWith, unknownFinding, written } from '../finding.fixture.ts'
import { CsvReport } from './csv.ts'

const header =
  'status,severity,control,title,apiVersion,kind,namespace,name,container,containerType,file,document,line,column,' +
  'path,message,reason,fix,fails,maps,exceptionId,exceptionReason,exceptionOwner,exceptionExpires,fingerprint,baseline'
const object = 'apps/v1,Deployment,shop,web,app,container,k8s/web.yaml,0,12,21'
const path = 'spec.template.spec.containers[0].securityContext.privileged'
const end = 'breaking,guide,cis:5.2.2 pss:privileged'

const report = (): CsvReport => new CsvReport([privilegedContainer], pageList())

test('a row for each finding, in the order of files', () => {
  const title = 'Containers do not run privileged'
  const findings = [findingWith({ file: 'b.yaml' }), exceptedFinding(), unknownFinding()]
  assert.deepEqual(written(report(), findings).split('\r\n'), [
    header,
    `fail,critical,privileged-container,${title},${object.replace('k8s/web.yaml', 'b.yaml')},${path},"container ""app"" runs privileged",,${end},,,,,0123456789abcdef,`,
    `excepted,critical,privileged-container,${title},${object},${path},"container ""app"" runs privileged",,${end},legacy,needs a device,shop@example.com,2027-03-31,0123456789abcdef,`,
    `unknown,critical,privileged-container,${title},${object},${path},pod cannot be judged,no such key: x,${end},,,,,0123456789abcdef,`,
    ''
  ])
})

test('what the whole estate adds to a file stands where the order of findings has it', () => {
  const csv = report()
  const at = (document: number, path: string, control: string, file: string): Finding =>
    findingWith({ document, path, control, file, message: `"a", b\n${control}` })
  csv.add([at(0, 'spec.a', 'c', 'a.yaml'), at(1, 'spec.b', 'b', 'a.yaml')])
  csv.add([at(0, 'spec', 'z', 'b.yaml')])
  const rows = written(csv, [at(0, 'spec.a', 'a', 'a.yaml'), at(1, '', 'd', 'a.yaml')]).split('\r\n')
  assert.deepEqual(
    rows.slice(1, -1).map((row) => row.split(',')[2]),
    ['a', 'c', 'd', 'b', 'z']
  )
})

test('what the baseline knows says so', () => {
  assert.match(written(report(), [findingWith({ baseline: true })]), /,0123456789abcdef,true\r\n$/)
})

test('empty cells where an object has no file, name or namespace', () => {
  const live = findingWith({
    resource: { apiVersion: 'v1', kind: 'Node', namespace: null, name: null },
    container: null,
    file: null,
    document: null,
    line: null,
    column: null,
    fix: null
  })
  assert.match(written(report(), [live]), /,v1,Node,,,,,,,,,spec/)
})

test('what could not be read is a note, since a row has no place for it', () => {
  const csv = report()
  const skipped = [
    { file: 'values.yaml', document: 0, reason: 'not a Kubernetes object', named: false },
    { file: 'notes.yaml', document: 1, reason: 'not a Kubernetes object', named: true }
  ]
  const errors = [{ file: 'a.yaml', line: 7, column: 3, message: 'this bracket is never closed' }]
  assert.equal(written(csv, [], resultWith({ skipped, errors })), `${header}\r\n`)
  assert.deepEqual(csv.notes(), [
    'not read as it should be: 2\n  a.yaml:7:3  this bracket is never closed\n  notes.yaml (document 1)  skipped: not a Kubernetes object'
  ])
})
