import { data, type KnownImage, manifest, onGitHub, scratch } from '../known-image.ts'

const cluster = onGitHub(
  'mulesoft/docs-mule-runtime',
  '008eee589095fa91f0fe4b937966e3426ee6a396',
  'modules/ROOT/pages/creating-and-managing-a-cluster-manually.adoc'
)
const dockerfile = manifest('maximmold/mule-ee-docker', 'Dockerfile')
const volumes = manifest('javastreets/mule-docker-image', 'mule/READEME.md')
const fabric = 'https://docs.mulesoft.com/runtime-fabric/2.8/security-architecture'

/** The Mule runtime: as many build it themselves in /opt/mule, and as Runtime Fabric runs it. */
export const mule: readonly KnownImage[] = [
  {
    repositories: ['docker.io/javastreets/mule', 'docker.io/vromero/mule'],
    copies: ['mule', 'mule-ee', 'mule-runtime', 'mule4-runtime'],
    writable: [
      scratch('/opt/mule/logs', 'logs'),
      data('/opt/mule/.mule', 'object stores, and the settings of a cluster'),
      scratch('/opt/mule/apps', 'unpacked applications', { hides: 'the applications that the image ships' }),
      scratch('/opt/mule/domains', 'unpacked domains', { hides: 'the domains that the image ships' }),
      scratch('/opt/mule/conf', 'the licence', {
        hides: 'the configuration of the runtime',
        when: 'a licence is installed at the start'
      }),
      scratch('/tmp', 'temporary files of Java')
    ],
    writesMore: true,
    ports: [8081],
    sources: { writable: [volumes, dockerfile, cluster], ports: [volumes] }
  },
  {
    // Its name ends with the version of the runtime.
    repositories: ['rtf-runtime-registry.kprod.msap.io/mulesoft/poseidon-runtime'],
    copies: ['poseidon-runtime-*'],
    asUser: [],
    ports: [8081, 8082],
    sources: {
      capabilities: [fabric],
      ports: ['https://docs.mulesoft.com/runtime-fabric/2.8/custom-ingress']
    }
  },
  {
    repositories: ['rtf-runtime-registry.kprod.msap.io/mulesoft/dias-anypoint-monitoring-sidecar'],
    copies: ['dias-anypoint-monitoring-sidecar'],
    asUser: [],
    sources: { capabilities: [fabric] }
  },
  {
    repositories: ['rtf-runtime-registry.kprod.msap.io/mulesoft/rtf-app-init'],
    copies: ['rtf-app-init'],
    asUser: [],
    sources: { capabilities: [fabric] }
  }
]
