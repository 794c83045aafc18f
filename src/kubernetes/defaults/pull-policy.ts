/**
 * When an image is pulled where nobody says so: one without tag and digest, or with the tag `latest`, always.
 *
 * Source: `ParseImageName` of pkg/util/parsers; a name that it cannot read has no tag.
 */
export function pullPolicyOf(image: string): 'Always' | 'IfNotPresent' {
  const reference =
    /^(?:[^/@]+(?::\d+)?\/)*[^/@:]+(?::([\w][\w.-]{0,127}))?(@[A-Za-z][\w+.-]*:[0-9a-fA-F]{32,})?$/.exec(image)
  if (reference === null) return 'IfNotPresent'
  const [, tag, digest] = reference
  if (tag === undefined) return digest === undefined ? 'Always' : 'IfNotPresent'
  return tag === 'latest' ? 'Always' : 'IfNotPresent'
}
