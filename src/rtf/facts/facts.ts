import { applicationPorts, type RtfComponent, rtfClusterRoles, rtfComponents } from './components.ts'
import { type ControlPlane, controlPlanes } from './control-planes.ts'
import { internalRegistries, rtfImages } from './images.ts'
import { type KubernetesSupport, kubernetesSupport } from './kubernetes-support.ts'
import { type LockedField, lockedFields } from './locked-fields.ts'
import { openQuestions } from './open-questions.ts'
import { type TemplateKey, templateKeys } from './template-keys.ts'

/** All that is known of Runtime Fabric, as the documentation has it or as the user knows better. */
export interface RtfFacts {
  readonly templateKeys: readonly TemplateKey[]
  readonly lockedFields: readonly LockedField[]
  readonly components: readonly RtfComponent[]
  readonly clusterRoles: readonly string[]
  readonly images: readonly string[]
  readonly internalRegistries: readonly string[]
  readonly controlPlanes: readonly ControlPlane[]
  /** TCP ports of an application's Service. */
  readonly applicationPorts: readonly number[]
  readonly kubernetes: readonly KubernetesSupport[]
  /** The answer that is taken to each open question, by its id. */
  readonly assume: Readonly<Record<string, string>>
  /** What the user says is installed, where no object shows it. */
  readonly version: string | null
  /** The control plane that the user names, by region. */
  readonly region: string | null
}

/** What the documentation says. */
export const documentedFacts: RtfFacts = {
  templateKeys,
  lockedFields,
  components: rtfComponents,
  clusterRoles: rtfClusterRoles,
  images: rtfImages,
  internalRegistries,
  controlPlanes,
  applicationPorts: applicationPorts.map(({ port }) => port),
  kubernetes: kubernetesSupport,
  assume: Object.fromEntries(
    openQuestions.filter(({ answers }) => answers.length > 0).map(({ id, assumed }) => [id, assumed])
  ),
  version: null,
  region: null
}
