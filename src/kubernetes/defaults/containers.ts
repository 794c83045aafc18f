import { type Defaults, type Fields, fieldsAt, fill, fillEmpty } from './fields.ts'
import { pullPolicyOf } from './pull-policy.ts'

const core = 'io.k8s.api.core.v1'

function container(object: Fields): void {
  const { image } = object
  fillEmpty(object, 'imagePullPolicy', pullPolicyOf(typeof image === 'string' ? image : ''))
  fillEmpty(object, 'terminationMessagePath', '/dev/termination-log')
  fillEmpty(object, 'terminationMessagePolicy', 'File')
}

/** What containers of all kinds hold. */
export const containerDefaults: Readonly<Record<string, Defaults>> = {
  [`${core}.Container`]: container,
  [`${core}.EphemeralContainer`]: container,
  [`${core}.ContainerPort`]: (port) => fillEmpty(port, 'protocol', 'TCP'),
  [`${core}.Probe`]: (probe) => {
    fillEmpty(probe, 'timeoutSeconds', 1)
    fillEmpty(probe, 'periodSeconds', 10)
    fillEmpty(probe, 'successThreshold', 1)
    fillEmpty(probe, 'failureThreshold', 3)
    const grpc = fieldsAt(probe, 'grpc')
    if (grpc !== undefined) fill(grpc, 'service', '')
  },
  [`${core}.HTTPGetAction`]: (action) => {
    fillEmpty(action, 'path', '/')
    fillEmpty(action, 'scheme', 'HTTP')
  },
  [`${core}.ObjectFieldSelector`]: (selector) => fillEmpty(selector, 'apiVersion', 'v1'),
  [`${core}.FileKeySelector`]: (selector) => fill(selector, 'optional', false)
}
