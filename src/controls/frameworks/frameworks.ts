import { attack } from './attack.ts'
import { cis, cisSection5Only } from './cis.ts'
import type { Framework } from './framework.ts'
import { guide } from './guide.ts'
import { microsoft } from './microsoft.ts'
import { nsa } from './nsa.ts'
import { owasp } from './owasp.ts'
import { own } from './own.ts'
import { podSecurityBaseline, podSecurityRestricted } from './pod-security.ts'
import { runtimeFabric } from './runtime-fabric.ts'

/** Every framework that a user can name. */
export const frameworks: readonly Framework[] = [
  guide,
  nsa,
  cis,
  cisSection5Only,
  podSecurityBaseline,
  podSecurityRestricted,
  runtimeFabric,
  owasp,
  attack,
  microsoft,
  own
]

/** What is judged where the user names no framework; their own controls, if there are any, are judged besides. */
export const defaultFrameworks: readonly string[] = [guide.name, podSecurityRestricted.name]
export const ownFramework: string = own.name
