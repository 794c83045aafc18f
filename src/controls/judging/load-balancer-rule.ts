/**
 * CEL about Services of type LoadBalancer. Clouds keep a load balancer inside the network by an annotation, and old
 * manifests name ranges in one.
 */

const annotations = 'self.?metadata.?annotations.orValue({})'

/** Annotations with which a load balancer has no public address; their values begin with one of the texts. */
const internal = {
  'service.beta.kubernetes.io/aws-load-balancer-internal': ['true', '0.0.0.0/0'],
  'service.beta.kubernetes.io/aws-load-balancer-scheme': ['internal'],
  'networking.gke.io/load-balancer-type': ['Internal'],
  'cloud.google.com/load-balancer-type': ['Internal', 'internal'],
  'service.beta.kubernetes.io/azure-load-balancer-internal': ['true'],
  'service.beta.kubernetes.io/openstack-internal-load-balancer': ['true'],
  'service.beta.kubernetes.io/oci-load-balancer-internal': ['true'],
  'oci-network-load-balancer.oraclecloud.com/internal': ['true'],
  'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type': ['intranet'],
  'service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type': ['private'],
  'service.beta.kubernetes.io/scw-loadbalancer-private': ['true'],
  'load-balancer.hetzner.cloud/disable-public-network': ['true']
}

const rangesAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges'

const isInternal = Object.entries(internal)
  .map(([name, values]) => `${annotations}[?'${name}'].orValue('') in ${JSON.stringify(values)}`)
  .join(' || ')

/** True for a Service that is no load balancer, or one that only some addresses may connect to. */
export const limitedLoadBalancer = `
    self.?spec.?type.orValue('') != 'LoadBalancer' ||
    self.spec.?loadBalancerSourceRanges.orValue([]).size() > 0 &&
      !self.spec.?loadBalancerSourceRanges.orValue([]).exists(range, range in ['0.0.0.0/0', '::/0']) ||
    !(${annotations}[?'${rangesAnnotation}'].orValue('') in ['', '0.0.0.0/0', '::/0']) ||
    ${isInternal}`

/** True where all ports are those of the web, which are often meant for everyone. */
export const webPortsOnly = 'self.?spec.?ports.orValue([]).all(one, one.?port.orValue(0) in [80, 443])'
