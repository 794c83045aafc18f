import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { podViews } from '../../src/estate/workload.ts'
import { listFiles } from '../../src/sources/files/list-files.ts'
import { locateInOrigin } from '../../src/sources/locate.ts'
import { readSources } from '../../src/sources/read.ts'

const corpus = process.env.BULWARK_CORPUS ?? join(import.meta.dirname, '../../../shared/corpus')
const skip = existsSync(corpus) ? false : 'no corpus here: set BULWARK_CORPUS to a folder of manifests'

test('every file of the corpus is read or reported', { skip }, () => {
  const options = { render: 'never' } as const
  const listed = listFiles([corpus], { exclude: [] }).files.map(({ file }) => file)
  const said = new Map(listed.map((file) => [file, 0]))
  for (const { file, resources, skipped, errors } of readSources([corpus], options)) {
    said.set(file, resources.length + skipped.length + errors.length)
  }
  assert.ok(listed.length > 0)
  assert.deepEqual(
    [...said].filter(([, count]) => count === 0),
    []
  )
})

test('names, images and pods of the corpus are found where they stand', { skip }, () => {
  let located = 0
  for (const unit of readSources([corpus], { render: 'never' })) {
    const lines = unit.text.split(/\r\n|\n|\r/)
    for (const resource of unit.resources) {
      const expected: [path: (string | number)[], text: string][] = []
      if (resource.name !== null) expected.push([['metadata', 'name'], resource.name])
      for (const { specPath, containers } of podViews(resource)) {
        for (const { list, index, object } of containers) {
          if (typeof object.image === 'string') expected.push([[...specPath, list, index, 'image'], object.image])
        }
      }
      const positions = locateInOrigin(
        unit,
        resource,
        expected.map(([path]) => path)
      )
      expected.forEach(([, text], index) => {
        const position = positions[index]
        if (!position || position.located === 'parent') return
        const line = lines[position.line - 1]?.slice(position.column - 1) ?? ''
        const literal = line.replace(/^(&\S+\s+|!\S+\s+)*["']?/, '')
        // What an alias or a block scalar repeats stands elsewhere.
        if (/^[*>|]/.test(line)) return
        assert.equal(literal.slice(0, text.length), text, `${unit.file}:${position.line}:${position.column}`)
        located++
      })
    }
  }
  assert.ok(located > 0)
})
