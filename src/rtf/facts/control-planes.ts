/** A host that Runtime Fabric has to reach. */
export interface EgressHost {
  readonly host: string
  readonly port: number
  readonly does: string
  /** It presents its own certificate to a client that presents one: a proxy must not open the connection. */
  readonly mutualTls?: true
  /** The first version that needs it. */
  readonly since?: string
  /** The first version that does not need it any more. */
  readonly until?: string
  /** Only `rtfctl` needs it. */
  readonly rtfctlOnly?: true
}

/** A control plane of Anypoint Platform. */
export interface ControlPlane {
  readonly region: string
  readonly title: string
  readonly registry: string
  readonly egress: readonly EgressHost[]
}

const broker = 'message broker of the control plane'
const monitoring = 'Anypoint Monitoring'
const platform = 'Anypoint Platform'
const charts = 'charts and versions of Runtime Fabric'
const assets = 'applications from Anypoint Exchange'
const files = 'files from Anypoint Exchange'
const images = 'container images'
const layers = 'layers of container images'
const resolver = 'configuration resolver'

function https(does: string, ...hosts: readonly string[]): EgressHost[] {
  return hosts.map((host) => ({ host, port: 443, does }))
}

/** Canada, Japan and India put several services behind few hosts. */
function newerPlane(region: string, title: string, hash: string, brokerHost: EgressHost): ControlPlane {
  const registry = `rtf-runtime-registry-mulesoft-cp.sfdc-${hash}.svc.sfdcfc.net`
  return {
    region,
    title,
    registry,
    egress: [
      brokerHost,
      ...https(`${platform}, renewal of certificates`, `${region}1.platform.mulesoft.com`),
      {
        host: `runtime-manager.${region}1.platform.mulesoft.com`,
        port: 8443,
        does: `${resolver}, Exchange and Runtime Manager`,
        mutualTls: true
      },
      { host: `ingest.${region}1.platform.mulesoft.com`, port: 8443, does: monitoring, mutualTls: true },
      ...https(`${images} and charts`, registry),
      {
        host: 'esvc-us-east-2-mulesoft.s3.us-east-2.amazonaws.com',
        port: 443,
        does: 'the chart, for rtfctl',
        rtfctlOnly: true
      },
      ...https(layers, 'prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com')
    ]
  }
}

/** Control planes by region, each with all that it needs outbound (page: install-self-managed-network-configuration). */
export const controlPlanes: readonly ControlPlane[] = [
  {
    region: 'us',
    title: 'United States',
    registry: 'rtf-runtime-registry.kprod.msap.io',
    egress: [
      { host: 'transport-layer.prod.cloudhub.io', port: 443, does: broker, mutualTls: true },
      { host: 'us1.ingest.mulesoft.com', port: 443, does: monitoring, mutualTls: true, since: '2.6.22' },
      {
        host: 'dias-ingestor-router.us-east-1.prod.cloudhub.io',
        port: 443,
        does: monitoring,
        mutualTls: true,
        until: '2.6.22'
      },
      { host: 'dias-ingestor-nginx.prod.cloudhub.io', port: 5044, does: monitoring, mutualTls: true, until: '2.6.22' },
      ...https(platform, 'anypoint.mulesoft.com'),
      ...https(charts, 'worker-cloud-helm-prod.s3.amazonaws.com'),
      ...https(assets, 'exchange2-asset-manager-kprod.s3.amazonaws.com'),
      ...https(files, 'exchange-files.anypoint.mulesoft.com'),
      ...https(images, 'rtf-runtime-registry.kprod.msap.io'),
      ...https(
        layers,
        'prod-us-east-1-starport-layer-bucket.s3.amazonaws.com',
        'prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com'
      ),
      ...https(images, 'runtime-fabric.s3.amazonaws.com'),
      { host: 'configuration-resolver.prod.cloudhub.io', port: 443, does: resolver, mutualTls: true }
    ]
  },
  {
    region: 'eu',
    title: 'Europe',
    registry: 'rtf-runtime-registry.kprod-eu.msap.io',
    egress: [
      { host: 'transport-layer.prod-eu.msap.io', port: 443, does: broker, mutualTls: true },
      { host: 'eu1.ingest.mulesoft.com', port: 443, does: monitoring, mutualTls: true, since: '2.6.22' },
      {
        host: 'dias-ingestor-router.eu-central-1.prod-eu.msap.io',
        port: 443,
        does: monitoring,
        mutualTls: true,
        until: '2.6.22'
      },
      { host: 'dias-ingestor-nginx.prod-eu.msap.io', port: 5044, does: monitoring, mutualTls: true, until: '2.6.22' },
      ...https(platform, 'anypoint.mulesoft.com'),
      ...https(
        charts,
        'worker-cloud-helm-prod-eu-rt.s3.amazonaws.com',
        'worker-cloud-helm-prod-eu-rt.s3.eu-central-1.amazonaws.com'
      ),
      ...https(
        assets,
        'exchange2-asset-manager-kprod-eu.s3.amazonaws.com',
        'exchange2-asset-manager-kprod-eu.s3.eu-central-1.amazonaws.com'
      ),
      ...https(files, 'exchange-files.eu1.anypoint.mulesoft.com'),
      ...https(images, 'rtf-runtime-registry.kprod-eu.msap.io'),
      ...https(
        layers,
        'prod-eu-central-1-starport-layer-bucket.s3.amazonaws.com',
        'prod-eu-central-1-starport-layer-bucket.s3.eu-central-1.amazonaws.com'
      ),
      ...https(images, 'runtime-fabric-eu.s3.amazonaws.com'),
      { host: 'configuration-resolver.prod-eu.msap.io', port: 443, does: resolver, mutualTls: true }
    ]
  },
  newerPlane('ca', 'Canada', '58ktaz', {
    host: 'arm-mcm2-service-mulesoft-cp.sfdc-58ktaz.svc.sfdcfc.net',
    port: 11443,
    does: broker,
    mutualTls: true
  }),
  newerPlane('jp', 'Japan', 'mchho0', {
    host: 'arm-mcm2-service-mulesoft-cp.sfdc-mchho0.svc.sfdcfc.net',
    port: 11443,
    does: broker,
    mutualTls: true
  }),
  newerPlane('in', 'India', 'y37hzm', {
    host: 'runtime-manager.in1.platform.mulesoft.com',
    port: 8443,
    does: broker,
    mutualTls: true
  })
]
