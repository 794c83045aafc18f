import { endOf } from '../../exceptions/exception.ts'
import { printable } from '../../report/printable.ts'
import type { ListedException } from './listed-exception.ts'

const dayLength = 24 * 60 * 60 * 1000

/** One exception for people: what it is about, until when, whose it is, and where it stands. */
export function listedText(listed: ListedException, now: Date): string {
  const { id, controls, problems } = listed
  const lines =
    controls === null
      ? [`${id}: refused, and counts for nothing`, ...problems.map((problem) => `  ${problem}`)]
      : [
          `${id}: ${controls.join(', ')}`,
          ...scopeLine(listed),
          `  ${ending(listed, now)}, by ${listed.owner}: ${listed.reason}`,
          ...problems.map((problem) => `  ${problem}`)
        ]
  return [...lines, ...placeLine(listed)].map(printable).join('\n')
}

function scopeLine({ selector, source, resource }: ListedException): string[] {
  const own = source === 'annotation' && resource !== null ? [objectText(resource)] : []
  const parts = Object.entries(selector ?? {}).map(([key, value]) => `${key} ${valueText(value)}`)
  return [`  ${[...own, ...parts].join('; ')}`]
}

function valueText(value: readonly string[] | Readonly<Record<string, string>>): string {
  if (Array.isArray(value)) return value.join(', ')
  return Object.entries(value)
    .map(([key, own]) => `${key}=${own}`)
    .join(', ')
}

function ending({ expires, state }: ListedException, now: Date): string {
  if (expires === null) return ''
  if (state === 'expired') return `expired, it ended on ${expires}`
  const days = Math.ceil(((endOf(expires) ?? 0) - now.getTime()) / dayLength)
  return `until ${expires} (${days} day${days === 1 ? '' : 's'} left${state === 'expiring' ? ': expiring soon' : ''})`
}

function placeLine({ source, state, resource, file, line }: ListedException): string[] {
  const place = `${file ?? ''}${line === null ? '' : `:${line}`}`
  if (source === 'configuration') return [`  in ${place}`]
  const object = resource === null ? '' : objectText(resource)
  if (source === 'cluster') return [`  ${object} of the cluster`]
  if (source === 'annotation') return [`  annotation of ${object} in ${place}`]
  return [`  ${object} in ${place}${state === 'refused' ? '' : ': counts where it is applied'}`]
}

function objectText({ kind, namespace, name }: NonNullable<ListedException['resource']>): string {
  return `${kind} ${namespace === null ? '' : `${namespace}/`}${name ?? '(no name)'}`
}
