import { YamlFault } from '../problem.ts'
import { resolvePlain, type ScalarType, typeOfPlain } from '../scalar.ts'
import { decodeBinary } from './binary.ts'
import type { ScalarText } from './node.ts'
import { isTimestamp } from './timestamp.ts'

export interface TypedScalar {
  readonly type: ScalarType
  readonly value: unknown
}

const core = 'tag:yaml.org,2002:'
export const mergeTag = `${core}merge`

/** Whether go-yaml may read the scalar as something other than text: plain without a tag, or with the tag `!`. */
export function isImplicit(node: ScalarText): boolean {
  return node.tag === '' ? node.style === 'plain' : node.tag === '!'
}

/** The value of a scalar, by its tag where it has one. Tags that go-yaml does not know make text. */
export function resolveScalar(node: ScalarText): TypedScalar {
  const { tag, text } = node
  if (tag === '') return node.style === 'plain' ? untagged(text) : textOf(text)
  if (tag === `${core}binary`) return textOf(decodeBinary(node))
  if (tag === `${core}timestamp`) return timestamp(node)
  if (tag === `${core}bool`) return only('bool', node)
  if (tag === `${core}null`) return only('null', node)
  if (tag === `${core}int`) return integer(node)
  if (tag === `${core}float`) return float(node)
  return textOf(text)
}

function untagged(text: string): TypedScalar {
  const value = resolvePlain(text)
  return { type: typeOfPlain(text, value), value }
}

function textOf(text: string): TypedScalar {
  return { type: 'string', value: text }
}

function only(type: ScalarType, node: ScalarText): TypedScalar {
  const scalar = untagged(node.text)
  if (scalar.type !== type) throw mismatch(node)
  return scalar
}

function integer(node: ScalarText): TypedScalar {
  const scalar = untagged(node.text)
  if (scalar.type !== 'int' && scalar.type !== 'uint') throw mismatch(node)
  return scalar
}

function float(node: ScalarText): TypedScalar {
  const { type, value } = untagged(node.text)
  if (type === 'int') return { type: 'float', value: Number(value) }
  if (type !== 'float') throw mismatch(node)
  return { type, value }
}

function timestamp(node: ScalarText): TypedScalar {
  if (!isTimestamp(node.text)) throw mismatch(node)
  return textOf(node.text)
}

/** The text is not repeated: it may be a secret. */
function mismatch(node: ScalarText): YamlFault {
  return new YamlFault(node.contentStart, `this is no value of the type !!${node.tag.slice(core.length)}`)
}
