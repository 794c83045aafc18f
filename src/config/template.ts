import { configKeys } from './keys.ts'

/** A `bulwark.yaml` that changes nothing: every key explained, with an example, commented out. */
export function configTemplate(): string {
  const keys = Object.values(configKeys).map(({ shape, example }) => {
    const commented = example.split('\n').map((line) => `# ${line}`)
    return `# ${shape.description}.\n${commented.join('\n')}\n`
  })
  return `# Configuration of Bulwark. The command line beats what is here.\n\n${keys.join('\n')}`
}
