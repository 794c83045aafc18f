import type { FlowStyle, Style } from './style.ts'
import { type Place, plainText, quoted, writeScalar } from './write-scalar.ts'

/** A value on one line: a scalar, or a collection in brackets. */
export function flowText(value: unknown, place: Place, style: Style, flow: FlowStyle = style.flow): string {
  if (typeof value !== 'object' || value === null) return flowScalar(value, place, style, flow)
  const list = Array.isArray(value)
  const members = list
    ? value.map((item) => flowText(item, 'flow', style, flow))
    : Object.entries(value).map((pair) => flowPair(pair, style, flow))
  if (members.length === 0) return list ? '[]' : '{}'
  return list ? `[${members.join(flow.comma)}]` : `{${flow.padding}${members.join(flow.comma)}${flow.padding}}`
}

function flowPair([key, value]: readonly [string, unknown], style: Style, flow: FlowStyle): string {
  return flowKey(key, style, flow) + flowText(value, 'flow', style, flow)
}

/** A key with its colon. */
export function flowKey(key: string, style: Style, flow: FlowStyle): string {
  return flowScalar(key, 'flow', style, flow) + flow.colon
}

function flowScalar(value: unknown, place: Place, style: Style, flow: FlowStyle): string {
  if (!flow.json || place === 'block') return writeScalar(value, place, style.quote)
  return typeof value === 'string' ? quoted(value, '"') : plainText(value)
}

/**
 * A value in brackets over several lines, as JSON is printed.
 *
 * @param outer The white space that the line of the opening bracket begins with.
 * @param unit By what each level is indented.
 */
export function brokenFlowText(value: unknown, outer: string, unit: string, style: Style, flow: FlowStyle): string {
  if (typeof value !== 'object' || value === null) return flowScalar(value, 'flow', style, flow)
  const list = Array.isArray(value)
  const inner = outer + unit
  const written = (item: unknown): string => brokenFlowText(item, inner, unit, style, flow)
  const members = list
    ? value.map(written)
    : Object.entries(value).map(([key, item]) => flowKey(key, style, flow) + written(item))
  if (members.length === 0) return list ? '[]' : '{}'
  const { lineBreak } = style
  const body = members.map((member) => lineBreak + inner + member).join(',')
  return `${list ? '[' : '{'}${body}${lineBreak}${outer}${list ? ']' : '}'}`
}
