import { faults } from './faults.ts'
import type { Random } from './random.ts'

/** A pod under construction, as far as the generator fills it. */
export interface PodDraft {
  apiVersion: 'v1'
  kind: 'Pod'
  metadata: { name: string; annotations: Record<string, string> }
  spec: SpecDraft
}

export interface SpecDraft {
  hostNetwork?: boolean
  hostPID?: boolean
  hostIPC?: boolean
  hostUsers?: boolean
  os?: { name: string }
  securityContext: Record<string, unknown>
  volumes: Record<string, unknown>[]
  initContainers: ContainerDraft[]
  containers: ContainerDraft[]
}

export interface ContainerDraft {
  name: string
  image: string
  securityContext: Record<string, unknown>
  ports: Record<string, unknown>[]
  [field: string]: unknown
}

/**
 * A pod that the API server nearly always accepts: one that the restricted level allows at every version, with up to
 * four faults. Faults can contradict each other, which the API server then refuses as invalid.
 */
export function validPod(random: Random, name: string): PodDraft {
  const pod = varied(compliantPod(name), random)
  const count = random.pick([0, 1, 1, 1, 2, 2, 3, 4])
  for (let index = 0; index < count; index++) random.pick(faults)(pod, random)
  return pod
}

/** A pod that the restricted level allows at every version. */
export function compliantPod(name: string): PodDraft {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, annotations: {} },
    spec: {
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      volumes: [],
      initContainers: [],
      containers: [compliantContainer('app-0')]
    }
  }
}

/** More volumes and containers, and settings that no check minds. */
function varied(pod: PodDraft, random: Random): PodDraft {
  const { spec } = pod
  Object.assign(spec, random.pick([{}, {}, {}, { hostUsers: true }, { hostUsers: false }, { os: { name: 'linux' } }]))
  spec.volumes = random.list(0, 2, (index) => ({ name: `core-${index}`, ...random.pick(coreVolumes) }))
  if (random.chance(0.5)) spec.initContainers.push(compliantContainer('init-0'))
  if (random.chance(0.5)) spec.containers.push(compliantContainer('app-1'))
  return pod
}

function compliantContainer(name: string): ContainerDraft {
  return {
    name,
    image: 'registry.example/app:1',
    ports: [],
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } }
  }
}

const coreVolumes: readonly [object, ...object[]] = [
  { configMap: { name: 'settings' } },
  { csi: { driver: 'files.example' } },
  { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
  { emptyDir: {} },
  {
    ephemeral: {
      volumeClaimTemplate: {
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } }
      }
    }
  },
  { image: { reference: 'registry.example/models:1' } },
  { persistentVolumeClaim: { claimName: 'data' } },
  { projected: { sources: [{ configMap: { name: 'settings' } }] } },
  { secret: { secretName: 'keys' } },
  {}
]
