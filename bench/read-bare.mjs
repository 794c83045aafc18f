/** The floor of every scan: walks a folder and reads each manifest in it, nothing more. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

let bytes = 0
const open = [process.argv[2] ?? '.']
for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) open.push(path)
    else if (/\.(ya?ml|json)$/.test(entry.name)) bytes += readFileSync(path, 'utf8').length
  }
}
process.stdout.write(`${bytes}\n`)
