import { type Defaults, type Fields, fieldsAt, fill, fillEmpty, isEmptyAt, made } from './fields.ts'

const batch = 'io.k8s.api.batch.v1'
const mostInt32 = 2 ** 31 - 1

function job(object: Fields): void {
  const spec = made(object, 'spec')
  if (spec.completions === undefined && spec.parallelism === undefined) spec.completions = 1
  fill(spec, 'parallelism', 1)
  fill(spec, 'backoffLimit', spec.backoffLimitPerIndex === undefined ? 6 : mostInt32)
  const metadata = made(object, 'metadata')
  const template = made(spec, 'template')
  const labels = fieldsAt(made(template, 'metadata'), 'labels')
  if (labels !== undefined && isEmptyAt(metadata, 'labels')) metadata.labels = { ...labels }
  fill(spec, 'completionMode', 'NonIndexed')
  fill(spec, 'suspend', false)
  fill(spec, 'podReplacementPolicy', spec.podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed')
  fill(spec, 'manualSelector', false)
}

function cronJob(object: Fields): void {
  const spec = made(object, 'spec')
  fillEmpty(spec, 'concurrencyPolicy', 'Allow')
  fill(spec, 'suspend', false)
  fill(spec, 'successfulJobsHistoryLimit', 3)
  fill(spec, 'failedJobsHistoryLimit', 1)
  made(made(made(spec, 'jobTemplate'), 'spec'), 'template')
}

export const batchDefaults: Readonly<Record<string, Defaults>> = {
  [`${batch}.Job`]: job,
  [`${batch}.CronJob`]: cronJob,
  [`${batch}.PodFailurePolicyOnPodConditionsPattern`]: (pattern) => fillEmpty(pattern, 'status', 'True')
}
