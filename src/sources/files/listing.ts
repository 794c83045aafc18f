import type { InputError, Skipped } from '../unit.ts'

/** A file to read. */
export interface ListedFile {
  /** As the user would name it, and as it is opened; `-` for stdin. */
  readonly file: string
  /** The user named it, so it is read whatever it is called. */
  readonly named: boolean
}

/** A folder with a `Chart.yaml`. */
export interface ListedChart {
  readonly folder: string
  /** Its templates, custom resource definitions, subcharts and values: read one by one only when it does not render. */
  readonly files: ListedFile[]
}

/** A folder with a kustomization file. */
export interface ListedKustomization {
  readonly folder: string
  readonly file: string
  readonly named: boolean
}

/** Everything to be read, in a fixed order. */
export interface Listing {
  readonly files: ListedFile[]
  readonly charts: ListedChart[]
  readonly kustomizations: ListedKustomization[]
  readonly errors: InputError[]
  readonly skipped: Skipped[]
}

export function emptyListing(): Listing {
  return { files: [], charts: [], kustomizations: [], errors: [], skipped: [] }
}

export const chartFile = 'Chart.yaml'

/** In the order in which Kustomize looks for them. */
export const kustomizationFiles: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** Folders inside a chart that only rendering gives a meaning to. */
export const chartFolders: ReadonlySet<string> = new Set(['templates', 'crds', 'charts'])

/** Files of a chart that are not manifests. */
export function isChartFile(name: string): boolean {
  return (
    name === chartFile || /^(Chart\.lock|requirements\.ya?ml|values([-._].*)?\.(ya?ml|schema\.json|json))$/.test(name)
  )
}
