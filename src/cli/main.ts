import { didYouMean } from '../names/nearest-name.ts'
import { parseArguments } from './arguments.ts'
import { exitCodes } from './exit-codes.ts'
import { generalHelp, helpOption, verbHelp } from './help.ts'
import { UserError } from './user-error.ts'
import { verbs } from './verbs.ts'
import { version } from './version.ts'
import { ReaderGone, writeError, writeOut } from './write.ts'

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})

/** Runs the command line and gives its exit code; says on standard error why it is not 0 or 1. */
async function run(words: readonly string[]): Promise<number> {
  try {
    return await dispatch(words)
  } catch (error) {
    if (error instanceof ReaderGone) return exitCodes.clean
    if (error instanceof UserError) {
      writeError(`bulwark: ${error.message}\n`)
      return exitCodes.userMistake
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    writeError(`bulwark: a fault of Bulwark itself, please report it with what you ran\n${detail}\n`)
    return exitCodes.ownFault
  }
}

async function dispatch([name, ...rest]: readonly string[]): Promise<number> {
  if (name === 'help' && rest[0] !== undefined) return dispatch([rest[0], '--help'])
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    writeOut(generalHelp())
    return exitCodes.clean
  }
  if (name === '--version' || name === 'version') {
    writeOut(`bulwark ${version}\n`)
    return exitCodes.clean
  }
  const entry = verbs.get(name)
  if (entry === undefined) {
    throw new UserError(`unknown verb "${name}"${didYouMean(name, verbs.keys())}\nSee bulwark --help`)
  }
  const verb = await entry.load()
  if (rest.includes('--help') || rest.includes('-h')) {
    writeOut(verbHelp(verb))
    return exitCodes.clean
  }
  const { operands, options } = parseArguments(rest, [...verb.options, helpOption], name)
  return verb.run(operands, options)
}
