import { existsSync } from 'node:fs'
import { configTemplate } from '../config/template.ts'
import { exitCodes } from './exit-codes.ts'
import { UserError } from './user-error.ts'
import type { Verb } from './verb.ts'
import { writeFile, writeOut } from './write.ts'

export const initVerb: Verb = {
  name: 'init',
  usage: '[FILE]',
  about: `Writes a bulwark.yaml with every key, commented out and explained. An existing
file is left alone; "-" is standard output.`,
  options: [],
  examples: [{ command: 'bulwark init', does: 'Write ./bulwark.yaml' }],
  run([file = 'bulwark.yaml', ...rest]) {
    if (rest.length > 0) throw new UserError(`one file only: ${rest.join(', ')} stands after ${file}`)
    if (file === '-') {
      writeOut(configTemplate())
      return exitCodes.clean
    }
    if (existsSync(file)) throw new UserError(`${file} exists and is left as it is`)
    writeFile(file, [configTemplate()], 'wx')
    writeOut(`Wrote ${file}. Uncomment what you want to change, then run: bulwark scan .\n`)
    return exitCodes.clean
  }
}
