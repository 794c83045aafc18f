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

/**
 * A line of a manifest without what may be a secret's value: the rest of the line is hidden. Judged by the line alone,
 * so it hides too much at times, which costs a reader little: the line stands in their own file.
 */
export function conceal(line: string): string {
  const match = secret.exec(line)
  return match === null ? line : line.slice(0, match.index + match[0].length) + concealed
}
