import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ConfiguredException } from '../exceptions/granted.ts'
import { addException } from './add-exception.ts'

const exception: ConfiguredException = {
  controls: ['host-pid'],
  selector: { namespaces: ['shop'], labels: { 'app.kubernetes.io/name': 'web' } },
  reason: 'a "debugger": #1',
  owner: 'us',
  expires: '2027-03-31'
}

const item = `  - controls: ["host-pid"]
    selector: {namespaces: ["shop"], labels: {"app.kubernetes.io/name": "web"}}
    reason: "a \\"debugger\\": #1"
    owner: "us"
    expires: 2027-03-31
`

const other = `  # for the logs
  - controls: [host-pid]
    selector:
      names: [a]
    reason: b   # why

    owner: c
    expires: 2027-01-01
`

describe('adding an exception', () => {
  test('to a file that has none', () => {
    assert.equal(addException('', exception), `exceptions:\n${item}`)
    assert.equal(addException('# ours\nfailOn: low', exception), `# ours\nfailOn: low\nexceptions:\n${item}`)
    assert.equal(
      addException('exceptions: [] # none\nfailOn: low\n', exception),
      `exceptions:  # none\n${item}failOn: low\n`
    )
    assert.equal(addException('exceptions: []\nfailOn: low\n', exception), `exceptions:\n${item}failOn: low\n`)
  })

  test('behind those that are there, and nothing else changes', () => {
    const rest = '\n# when to fail\nfailOn: low\n'
    assert.equal(addException(`exceptions:\n${other}${rest}`, exception), `exceptions:\n${other}${item}${rest}`)
    const bare = (text: string): string => text.replaceAll(/^ {2}/gm, '')
    assert.equal(
      addException(`exceptions:\n${bare(other)}${rest}`, exception),
      `exceptions:\n${bare(other)}${bare(item)}${rest}`
    )
    assert.equal(addException(`exceptions:\n${other}`.trimEnd(), exception), `exceptions:\n${other}${item}`)
  })

  test('keeps the line ends of the file', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
    assert.equal(addException(crlf(`exceptions:\n${other}`), exception), crlf(`exceptions:\n${other}${item}`))
  })

  test('leaves alone what is written in flow style, or is wrong already', () => {
    const flow =
      'exceptions: [{controls: [host-pid], selector: {names: [a]}, reason: b, owner: c, expires: 2027-01-01}]\n'
    assert.equal(addException(flow, exception), undefined)
    assert.equal(addException('failon: low\n', exception), undefined)
  })
})
