import { type Defaults, type Fields, fieldsAt, fill, fillEmpty, made } from './fields.ts'

const apps = 'io.k8s.api.apps.v1'

function deployment(object: Fields): void {
  const spec = made(object, 'spec')
  fill(spec, 'replicas', 1)
  const strategy = made(spec, 'strategy')
  fillEmpty(strategy, 'type', 'RollingUpdate')
  if (strategy.type === 'RollingUpdate') {
    const rolling = made(strategy, 'rollingUpdate')
    fill(rolling, 'maxUnavailable', '25%')
    fill(rolling, 'maxSurge', '25%')
  }
  fill(spec, 'revisionHistoryLimit', 10)
  fill(spec, 'progressDeadlineSeconds', 600)
}

function daemonSet(object: Fields): void {
  const spec = made(object, 'spec')
  const strategy = made(spec, 'updateStrategy')
  fillEmpty(strategy, 'type', 'RollingUpdate')
  if (strategy.type === 'RollingUpdate') {
    const rolling = made(strategy, 'rollingUpdate')
    fill(rolling, 'maxUnavailable', 1)
    fill(rolling, 'maxSurge', 0)
  }
  fill(spec, 'revisionHistoryLimit', 10)
}

function statefulSet(object: Fields): void {
  const spec = made(object, 'spec')
  fillEmpty(spec, 'podManagementPolicy', 'OrderedReady')
  const strategy = made(spec, 'updateStrategy')
  if (strategy.type === undefined || strategy.type === '') {
    strategy.type = 'RollingUpdate'
    made(strategy, 'rollingUpdate')
  }
  const rolling = strategy.type === 'RollingUpdate' ? fieldsAt(strategy, 'rollingUpdate') : undefined
  if (rolling !== undefined) {
    fill(rolling, 'partition', 0)
    fill(rolling, 'maxUnavailable', 1)
  }
  const retention = made(spec, 'persistentVolumeClaimRetentionPolicy')
  fillEmpty(retention, 'whenDeleted', 'Retain')
  fillEmpty(retention, 'whenScaled', 'Retain')
  fill(spec, 'replicas', 1)
  fill(spec, 'revisionHistoryLimit', 10)
}

export const appsDefaults: Readonly<Record<string, Defaults>> = {
  [`${apps}.Deployment`]: deployment,
  [`${apps}.DaemonSet`]: daemonSet,
  [`${apps}.StatefulSet`]: statefulSet,
  [`${apps}.ReplicaSet`]: (object) => fill(made(object, 'spec'), 'replicas', 1)
}
