import type { Json } from './json.ts'
import type { Random } from './random.ts'
import type { Temper } from './temper.ts'

const coreSources: readonly [string, ...string[]] = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret'
]

const otherSources: readonly [string, ...string[]] = [
  'hostPath',
  'hostPath',
  'hostPath',
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'gitRepo',
  'glusterfs',
  'iscsi',
  'nfs',
  'photonPersistentDisk',
  'portworxVolume',
  'quobyte',
  'rbd',
  'scaleIO',
  'storageos',
  'vsphereVolume'
]

/** Volumes of all types; some have two sources, none, or one that is null. */
export function volumes(random: Random, temper: Temper): Json | undefined {
  if (random.chance(0.3)) return random.pick([undefined, undefined, null, []])
  return random.list<Json>(1, 3, (index) => volume(random, temper, `volume-${index}`))
}

function volume(random: Random, temper: Temper, name: string): Json {
  const source = temper.choose('volumes', coreSources, otherSources)
  const plain: Json = { name, [source]: source === 'hostPath' ? { path: '/data' } : {} }
  const odd = random.next()
  if (odd < 0.05) return { name }
  if (odd < 0.08) return { name, [source]: null }
  if (odd < 0.11) return { ...plain, [random.pick(coreSources)]: {} }
  if (odd < 0.14) return { ...plain, emptyDir: null }
  if (odd < 0.15) return { name, tapeDrive: {} }
  if (odd < 0.16) return null
  return plain
}
