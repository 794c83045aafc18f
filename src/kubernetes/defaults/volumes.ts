import { type Defaults, type Fields, fieldsAt, fill, fillEmpty, made } from './fields.ts'
import { pullPolicyOf } from './pull-policy.ts'

const core = 'io.k8s.api.core.v1'

function volume(object: Fields): void {
  if (!Object.keys(object).some((field) => field !== 'name')) object.emptyDir = {}
  const image = fieldsAt(object, 'image')
  if (image !== undefined) {
    const { reference } = image
    fillEmpty(image, 'pullPolicy', pullPolicyOf(typeof reference === 'string' ? reference : ''))
  }
}

const mode: Defaults = (source) => fill(source, 'defaultMode', 0o644)

const rados: Defaults = (source) => {
  fillEmpty(source, 'pool', 'rbd')
  fillEmpty(source, 'user', 'admin')
  fillEmpty(source, 'keyring', '/etc/ceph/keyring')
}

const iscsi: Defaults = (source) => fillEmpty(source, 'iscsiInterface', 'default')

const scaleIO: Defaults = (source) => {
  fillEmpty(source, 'storageMode', 'ThinProvisioned')
  fillEmpty(source, 'fsType', 'xfs')
}

function claim(object: Fields): void {
  fillEmpty(made(object, 'status'), 'phase', 'Pending')
  fill(made(object, 'spec'), 'volumeMode', 'Filesystem')
}

export const volumeDefaults: Readonly<Record<string, Defaults>> = {
  [`${core}.Volume`]: volume,
  [`${core}.SecretVolumeSource`]: mode,
  [`${core}.ConfigMapVolumeSource`]: mode,
  [`${core}.DownwardAPIVolumeSource`]: mode,
  [`${core}.ProjectedVolumeSource`]: mode,
  [`${core}.ServiceAccountTokenProjection`]: (projection) => fill(projection, 'expirationSeconds', 3600),
  [`${core}.HostPathVolumeSource`]: (source) => fill(source, 'type', ''),
  [`${core}.RBDVolumeSource`]: rados,
  [`${core}.RBDPersistentVolumeSource`]: rados,
  [`${core}.ISCSIVolumeSource`]: iscsi,
  [`${core}.ISCSIPersistentVolumeSource`]: iscsi,
  [`${core}.ScaleIOVolumeSource`]: scaleIO,
  [`${core}.ScaleIOPersistentVolumeSource`]: scaleIO,
  [`${core}.AzureDiskVolumeSource`]: (source) => {
    fill(source, 'cachingMode', 'ReadWrite')
    fill(source, 'fsType', 'ext4')
    fill(source, 'readOnly', false)
    fill(source, 'kind', 'Shared')
  },
  [`${core}.PersistentVolumeClaim`]: claim,
  [`${core}.PersistentVolumeClaimSpec`]: (spec) => fill(spec, 'volumeMode', 'Filesystem'),
  [`${core}.PersistentVolume`]: (object) => {
    fillEmpty(made(object, 'status'), 'phase', 'Pending')
    const spec = made(object, 'spec')
    fillEmpty(spec, 'persistentVolumeReclaimPolicy', 'Retain')
    fill(spec, 'volumeMode', 'Filesystem')
  }
}
