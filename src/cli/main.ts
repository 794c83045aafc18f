import { didYouMean } from '../names/nearest-name.ts'
import { parseArguments, textBehindDashes } from './arguments.ts'
import { exitCodes } from './exit-codes.ts'
import { generalHelp, helpOption, verbHelp } from './help.ts'
import { UserError } from './user-error.ts'
import type { Verb } from './verb.ts'
import { verbs } from './verbs.ts'
import { version } from './version.ts'
import { ReaderGone, tell, writeOut } from './write.ts'

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
      tell(error.message)
      return exitCodes.userMistake
    }
    if (isFolderGone(error)) {
      tell('the current folder is gone: change to one that exists')
      return exitCodes.userMistake
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    tell(`a fault of Bulwark itself, please report it with what you ran\n${detail}`)
    return exitCodes.ownFault
  }
}

/** Somebody removed the folder that the command was started in. */
function isFolderGone(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd'
}

async function dispatch([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || isHelp(name) || name === 'help') return help(rest)
  if (name === '--version' || name === 'version') {
    writeOut(`bulwark ${version}\n`)
    return exitCodes.clean
  }
  const verb = await verbNamed(name)
  const specs = [...verb.options, helpOption]
  const words = verb.takesText === true ? textBehindDashes(rest, specs) : rest
  const options = words.includes('--') ? words.slice(0, words.indexOf('--')) : words
  if (options.some(isHelp)) return help([name])
  const parsed = parseArguments(words, specs, name)
  return verb.run(parsed.operands, parsed.options)
}

async function help([name]: readonly string[]): Promise<number> {
  writeOut(name === undefined ? generalHelp() : verbHelp(await verbNamed(name)))
  return exitCodes.clean
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h'
}

async function verbNamed(name: string): Promise<Verb> {
  const entry = verbs.get(name)
  if (entry !== undefined) return entry.load()
  const known = name.startsWith('-') ? ['--help', '--version'] : verbs.keys()
  const what = name.startsWith('-') ? 'option' : 'verb'
  throw new UserError(`unknown ${what} "${name}"${didYouMean(name, known)}\nSee bulwark --help`)
}
