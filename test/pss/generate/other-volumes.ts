/** One valid volume source of each type that restricted pods may not use. */
export const otherVolumes: readonly [object, ...object[]] = [
  { hostPath: { path: '/data' } },
  { awsElasticBlockStore: { volumeID: 'vol-1' } },
  { azureDisk: { diskName: 'disk', diskURI: 'https://disks.example/disk' } },
  { azureFile: { secretName: 'keys', shareName: 'files' } },
  { cephfs: { monitors: ['10.0.0.1'] } },
  { cinder: { volumeID: 'volume' } },
  { fc: { targetWWNs: ['50060e801049cfd1'], lun: 0 } },
  { flexVolume: { driver: 'example.com/files' } },
  { flocker: { datasetName: 'data' } },
  { gcePersistentDisk: { pdName: 'disk' } },
  { gitRepo: { repository: 'https://git.example/repository.git' } },
  { glusterfs: { endpoints: 'gluster', path: 'data' } },
  { iscsi: { targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-04.com.example:storage', lun: 0 } },
  { nfs: { server: 'nfs.example', path: '/data' } },
  { photonPersistentDisk: { pdID: 'disk' } },
  { portworxVolume: { volumeID: 'volume' } },
  { quobyte: { registry: 'registry.example:7861', volume: 'data' } },
  { rbd: { monitors: ['10.0.0.1'], image: 'data' } },
  {
    scaleIO: { gateway: 'https://scaleio.example', system: 'system', secretRef: { name: 'keys' }, volumeName: 'data' }
  },
  { storageos: { volumeName: 'data' } },
  { vsphereVolume: { volumePath: '[store] data.vmdk' } }
]
