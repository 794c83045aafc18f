import { type KnownImage, manifest, named, numeric, onGitHub, scratch } from '../known-image.ts'

const boutique = manifest('GoogleCloudPlatform/microservices-demo', 'kubernetes-manifests')
const bank = manifest('GoogleCloudPlatform/bank-of-anthos', 'kubernetes-manifests')

const podinfo = onGitHub('stefanprodan/podinfo', '0c4f3273903a02f682b5c29315d6d08df3f6c44b', 'Dockerfile')

const boutiqueServices = [
  'adservice',
  'cartservice',
  'checkoutservice',
  'currencyservice',
  'emailservice',
  'frontend',
  'loadgenerator',
  'paymentservice',
  'productcatalogservice',
  'recommendationservice',
  'shippingservice'
] as const
const bankServices = [
  'balancereader',
  'contacts',
  'frontend',
  'ledgerwriter',
  'loadgenerator',
  'transactionhistory',
  'userservice'
] as const

/** A service's image in each registry from which the sample is installed. */
function images(registries: readonly string[], services: readonly string[]): readonly string[] {
  return registries.flatMap((registry) => services.map((service) => `${registry}/${service}`))
}

/** Samples with which many learn, in their projects' own hardened form. */
export const samples: readonly KnownImage[] = [
  {
    repositories: ['ghcr.io/stefanprodan/podinfo', 'docker.io/stefanprodan/podinfo'],
    copies: ['podinfo'],
    declares: named('app', null),
    sources: { user: [podinfo] }
  },
  {
    repositories: [
      'us-central1-docker.pkg.dev/google-samples/microservices-demo/frontend',
      ...images(
        [
          'gcr.io/google-samples/microservices-demo',
          'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo'
        ],
        boutiqueServices
      ),
      ...images(
        ['us-central1-docker.pkg.dev/google-samples/microservices-demo'],
        boutiqueServices.filter((service) => service !== 'frontend')
      )
    ],
    runAs: numeric(1000),
    writable: [],
    asUser: [],
    sources: { user: [boutique], writable: [boutique], capabilities: [boutique] }
  },
  {
    repositories: [
      'us-central1-docker.pkg.dev/bank-of-anthos-ci/bank-of-anthos/frontend',
      ...images(['gcr.io/bank-of-anthos-ci'], bankServices),
      ...images(
        ['us-central1-docker.pkg.dev/bank-of-anthos-ci/bank-of-anthos'],
        bankServices.filter((service) => service !== 'frontend')
      )
    ],
    runAs: numeric(1000),
    writable: [scratch('/tmp', 'temporary files')],
    asUser: [],
    sources: { user: [bank], writable: [bank], capabilities: [bank] }
  }
]
