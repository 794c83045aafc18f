import type { Mapping } from './mapping.ts'

/** Every way to fill a volume, as `VolumeSource` of the core API names them (Kubernetes 1.0 to 1.37). */
const volumeSources: readonly string[] = [
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'gitRepo',
  'glusterfs',
  'hostPath',
  'image',
  'iscsi',
  'nfs',
  'persistentVolumeClaim',
  'photonPersistentDisk',
  'portworxVolume',
  'projected',
  'quobyte',
  'rbd',
  'scaleIO',
  'secret',
  'storageos',
  'vsphereVolume'
]

/**
 * A volume as the API server stores it: one without any source is an `emptyDir` (`SetDefaults_Volume` of the core
 * API). The volume itself where nothing is missing, which is nearly always; otherwise a new object.
 */
export function defaultedVolume(volume: Mapping): Mapping {
  for (const source of volumeSources) {
    const value = volume[source]
    if (value !== undefined && value !== null) return volume
  }
  return { ...volume, emptyDir: {} }
}
