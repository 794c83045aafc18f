import type { ImageUser, WritableFolder } from '../src/fix/images/facts.ts'
import { families } from '../src/fix/images/known/known-images.ts'
import type { KnownFacts, KnownImage, TagRange } from '../src/fix/images/known-image.ts'

const introduction = `<!-- Written by scripts/generate-images.ts; do not edit. -->

# What is known about images

\`bulwark fix\` makes file systems read-only, users unprivileged and capabilities few only where it knows that the image goes on working.
This is what it knows, read in the sources that each row names; what no source says is left out. A mirror that keeps an image's path
(\`registry.example/library/nginx\`) is the image itself. An image that only has the name of one (\`registry.example/base/nginx\`) is taken
for it with less certainty, and the fix says so. For your own images, say what they need under \`images\` in \`bulwark.yaml\`: it beats what
is here.

- **Starts as** is the user of the image's configuration, and what its entrypoint makes of it. A user with a name is one that the image does
  not give as a number.
- **Run as** is the user and the group to run it as without root.
- **Writes**: *data* has to outlive the pod; a volume that *hides* something cannot be put there as it is; *…* stands where the
  sources do not say that this is all.
- **Capabilities** are those needed as root, and as the user to run as.
`

/** The page on what is known about images. */
export function imagesDocument(): string {
  const count = Object.values(families).flat().length
  const sections = Object.entries(families).map(
    ([family, images]) => `## ${family}\n\n${header}\n${images.flatMap(rows).join('\n')}\n`
  )
  return `${introduction}\n${count} images in ${sections.length} families.\n\n${sections.join('\n')}`
}

const header = '| image | starts as | run as | writes | capabilities | ports | sources |\n|---|---|---|---|---|---|---|'

function rows(image: KnownImage): readonly string[] {
  const [home] = image.repositories
  const names = home.replace(/^docker\.io\/(?:library\/)?/, '')
  const others = image.repositories.length - 1
  const title = `\`${names}\`${others === 0 ? '' : ` and ${others} more`}`
  const variants = (image.variants ?? []).map((variant) => {
    const facts = { ...image, ...variant, sources: { ...image.sources, ...variant.sources } }
    return row(`\`${names}\` ${inWords(variant.tags)}`, facts)
  })
  const isAlwaysVariant = image.variants?.some(({ tags }) => Object.keys(tags).length === 0)
  return isAlwaysVariant === true ? variants : [row(title, image), ...variants]
}

function row(title: string, facts: KnownFacts): string {
  const sources = [...new Set(Object.values(facts.sources).flat())].map((source, index) => `[${index + 1}](${source})`)
  const cells = [
    title,
    startsAs(facts),
    runsAs(facts),
    writes(facts),
    capabilities(facts),
    facts.ports?.join(', ') ?? ''
  ]
  return `| ${[...cells, sources.join(' ')].join(' | ')} |`
}

function inWords({ from, below, part }: TagRange): string {
  const words = [from && `from ${from}`, below && `below ${below}`, part && `with \`${part}\` in the tag`]
  return words.filter((word) => word !== undefined).join(', ') || 'otherwise'
}

function startsAs({ declares, drops }: KnownFacts): string {
  const declared = declares === undefined ? '' : user(declares)
  if (drops == null) return declared
  return `${declared}, then ${user(drops.to)} ${drops.by === 'workers' ? 'for its workers' : `by ${drops.by}`}`
}

function runsAs(facts: KnownFacts): string {
  const instead = facts.alternative === undefined ? '' : `use \`${facts.alternative}\``
  return [ownUser(facts), instead].filter((part) => part !== '').join('<br>or ')
}

function ownUser({ runAs, runAsNeeds, needsRoot }: KnownFacts): string {
  if (needsRoot !== undefined) return `only root: ${needsRoot}`
  if (runAs == null) return ''
  const { uid, gid } = runAs
  return `${gid === null ? uid : `${uid}:${gid}`}${runAsNeeds == null ? '' : `, with ${runAsNeeds}`}`
}

function user({ uid, gid, name }: ImageUser): string {
  if (uid === 0) return 'root'
  const number = [uid, gid].filter((id) => id !== null).join(':')
  return name === null ? number : `${name}${number === '' ? '' : ` (${number})`}`
}

function writes({ writable, writesMore }: KnownFacts): string {
  if (writable === undefined) return ''
  if (writable.length === 0) return 'nothing'
  return [...writable.map(folder), ...(writesMore === true ? ['…'] : [])].join('<br>')
}

function folder({ path, purpose, holds, hides, when }: WritableFolder): string {
  const parts = [
    `\`${path}\`${holds === 'data' ? ' (data)' : ''}: ${purpose}`,
    when === null ? '' : `when ${when}`,
    hides === null ? '' : `hides ${hides}`
  ]
  return parts.filter((part) => part !== '').join('; ')
}

function capabilities({ asRoot, asUser }: KnownFacts): string {
  const parts = [
    asRoot === undefined ? '' : `root: ${asRoot.join(', ') || 'none'}`,
    asUser === undefined ? '' : `user: ${asUser.join(', ') || 'none'}`
  ]
  return parts.filter((part) => part !== '').join('<br>')
}
