import type { Library } from '../declarations.ts'
import { twoVariableLibrary } from '../macros/two-variable-macros.ts'
import { cidrLibrary } from './addresses/cidr-library.ts'
import { ipLibrary } from './addresses/ip-library.ts'
import { extendedListsLibrary } from './lists/extended-lists-library.ts'
import { listsLibrary, listsLibraryWithIncludes } from './lists/kubernetes-lists-library.ts'
import { formatLibrary } from './named-format/format-library.ts'
import { quantityLibrary } from './quantity/quantity-library.ts'
import { regexLibrary } from './regex/regex-library.ts'
import { semverLibrary } from './semver/semver-library.ts'
import { setsLibrary } from './sets-library.ts'
import { basicStringsLibrary, stringsLibrary } from './strings/strings-library.ts'
import { urlLibrary } from './url/url-library.ts'

/** A library and the minor versions of Kubernetes 1 that have it. */
interface Availability {
  readonly library: Library
  readonly since: number
  /** The first version without it. */
  readonly until?: number
}

/** Source: k8s.io/apiserver/pkg/cel/environment/base.go 0.37. Types, macros with one variable and optionals are not versioned. */
const availability: readonly Availability[] = [
  { library: urlLibrary, since: 0 },
  { library: regexLibrary, since: 0 },
  { library: listsLibrary, since: 0, until: 37 },
  { library: basicStringsLibrary, since: 0, until: 29 },
  { library: quantityLibrary, since: 28 },
  { library: stringsLibrary, since: 29 },
  { library: setsLibrary, since: 29 },
  { library: ipLibrary, since: 30 },
  { library: cidrLibrary, since: 30 },
  { library: formatLibrary, since: 31 },
  { library: twoVariableLibrary, since: 32 },
  { library: semverLibrary, since: 33 },
  { library: extendedListsLibrary, since: 34 },
  { library: listsLibraryWithIncludes, since: 37 }
]

/** The newest minor version of Kubernetes 1 whose libraries are known. */
export const newestMinor = 37

/**
 * The libraries that admission policies of Kubernetes `1.minor` can use, the authorizer aside.
 * Mutating policies have the one of `json-patch-library.ts` too.
 */
export function kubernetesLibraries(minor = newestMinor): Library[] {
  return availability
    .filter(({ since, until = Number.POSITIVE_INFINITY }) => since <= minor && minor < until)
    .map(({ library }) => library)
}
