import { shapeStart } from '../../controls/judging/credentials/shapes.ts'

const concealed = '•••'

/** A key, quoted or not, in block or flow style, or in JSON inside of a quoted text. */
const key = (name: string): string => `(?:^|[\\s{,[(-])(?:\\\\?["'])?(?:${name})(?:\\\\?["'])?\\s*:\\s*`

/**
 * Where something that may be a secret begins: the value of a variable, variables and the data of a Secret in flow
 * style, and the copy of the whole object that kubectl keeps in an annotation.
 */
const secret = new RegExp(
  `${key('value|env')}(?=\\S)|${key('data|stringData')}\\{|${key('kubectl\\.kubernetes\\.io/last-applied-configuration')}(?=\\S)`
)

/** Fields, flags, settings and addresses that people put passwords into. The field that mounts an account's token holds none. */
const telling = new RegExp(
  [
    `${key('(?:\\w[\\w.-]{0,60})?(?:password|passwd|passphrase|(?:api|access|private)[-_]?key|client[-_]?secret|(?<!ServiceAccount)token)')}(?=\\S)`,
    `${key('(?:[\\w.-]{0,60}[_.-])?(?:pwd|secret)|[\\w.-]{0,60}\\.(?:key|pem)|id_(?:rsa|ed25519|ecdsa)')}(?=\\S)`,
    '(?:^|\\s)[\\w.-]{0,60}(?:password|passwd|passphrase|pwd|[_.-]secret|[_.-]token|key)=(?=\\S)',
    '(?<![\\w-])--?(?:\\w[\\w-]{0,60})?(?:password|passwd|passphrase|token|secret|api-?key)[\\w-]{0,60}(?:=|["\']?,?\\s+["\']?)(?=[^\\s#])',
    '://[^\\s/:@"\']{1,80}:(?=[^\\s/@]{1,200}@)'
  ].join('|'),
  'i'
)

/**
 * Index behind which a line holds what may be a secret's value, or null. Judged by the line alone, so it finds too much
 * at times.
 */
export function secretStart(line: string): number | null {
  const starts = [secret, telling].flatMap((pattern) => {
    const match = pattern.exec(line)
    return match === null ? [] : [match.index + match[0].length]
  })
  const shaped = shapeStart(line)
  if (shaped !== null) starts.push(shaped)
  return starts.length === 0 ? null : Math.min(...starts)
}

/**
 * A line of a manifest without what may be a secret's value: the rest of the line is hidden, which costs a reader little
 * where it is none, since the line stands in their own file.
 */
export function conceal(line: string): string {
  const start = secretStart(line)
  return start === null ? line : line.slice(0, start) + concealed
}
