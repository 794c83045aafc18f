import { onGitHub } from '../known-image.ts'

/** Where distroless fixes the numbers of nonroot and nobody. */
export const distrolessUsers = onGitHub(
  'GoogleContainerTools/distroless',
  '2bbbfedeee0de1cc8a454196427c55283236cfc0',
  'common/variables.bzl'
)

/** Where Debian fixes the number of www-data. */
export const debianUsers = 'https://salsa.debian.org/debian/base-passwd/-/blob/master/passwd.master'
