import { type KnownImage, manifest, numeric, onGitHub, root, scratch } from '../known-image.ts'

const calicoNode = onGitHub('projectcalico/calico', '052392f7b0c79479c2d71765017cb97d1c7007dd', 'node/Dockerfile')
const calicoInCluster = onGitHub(
  'projectcalico/calico',
  '0291087c71e423867cb2ee78cd0e6e028f529886',
  'charts/calico/templates/calico-node.yaml'
)
const metallbController = manifest('metallb/metallb', 'config/controllers/controller.yaml')
const metallbSpeaker = manifest('metallb/metallb', 'config/controllers/speaker.yaml')
const frr = manifest('metallb/metallb', 'config/frr/speaker-patch.yaml')
const hubble = manifest(
  'GoogleCloudPlatform/kubernetes-engine-samples',
  'networking/dpv2-observability/hubble-ui-128.yaml'
)

export const networks: readonly KnownImage[] = [
  {
    repositories: ['docker.io/calico/node', 'quay.io/calico/node'],
    declares: root,
    needsRoot: 'it sets up the interfaces, routes and rules of its node',
    sources: { user: [calicoNode, calicoInCluster] }
  },
  {
    repositories: ['quay.io/metallb/controller'],
    runAs: numeric(65_534, null),
    writable: [],
    asUser: [],
    ports: [9120, 9443],
    sources: {
      user: [metallbController],
      writable: [metallbController],
      capabilities: [metallbController],
      ports: [metallbController]
    }
  },
  {
    repositories: ['quay.io/metallb/speaker'],
    needsRoot: 'it answers for addresses of its node with raw packets',
    writable: [],
    asRoot: ['NET_RAW'],
    ports: [7946, 9120],
    sources: {
      user: [metallbSpeaker],
      writable: [metallbSpeaker],
      capabilities: [metallbSpeaker],
      ports: [metallbSpeaker]
    }
  },
  {
    repositories: ['quay.io/frrouting/frr'],
    needsRoot: 'it sets the routes of its node',
    writable: [
      scratch('/var/run/frr', 'sockets and pid files'),
      scratch('/etc/frr', 'the configuration', { hides: 'the list of its daemons' })
    ],
    asRoot: ['NET_ADMIN', 'NET_BIND_SERVICE', 'NET_RAW', 'SYS_ADMIN'],
    sources: { user: [frr], writable: [frr], capabilities: [frr] }
  },
  {
    repositories: ['quay.io/cilium/hubble-ui'],
    copies: ['hubble-ui'],
    runAs: numeric(1000),
    writable: [scratch('/tmp', 'bodies of requests and answers, pid file')],
    asUser: [],
    ports: [8081],
    sources: { user: [hubble], writable: [hubble], capabilities: [hubble], ports: [hubble] }
  },
  {
    repositories: ['quay.io/cilium/hubble-ui-backend'],
    copies: ['hubble-ui-backend'],
    runAs: numeric(1000),
    writable: [],
    asUser: [],
    ports: [8090],
    sources: { user: [hubble], writable: [hubble], capabilities: [hubble], ports: [hubble] }
  }
]
