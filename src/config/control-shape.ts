import { severities } from '../controls/control.ts'
import type { Shape } from './keys.ts'

const text = (description: string): Shape => ({ type: 'string', description })
const texts = (description: string): Shape => ({ type: 'array', items: { type: 'string' }, minItems: 1, description })

const places = ['container', 'volume', 'securityContext', 'pod', 'metadata', 'resource'] as const

const each: Shape = {
  oneOf: [
    { type: 'string', enum: places },
    {
      type: 'object',
      properties: { in: { type: 'string', enum: places }, list: text('A list or map below the place') },
      required: ['in', 'list'],
      additionalProperties: false
    }
  ],
  description: 'Where the rule is evaluated, once for each item'
}

const require: Shape = {
  oneOf: [
    { type: 'string' },
    {
      type: 'array',
      items: {
        type: 'object',
        properties: { since: text('Such as 1.31'), rule: { type: 'string' } },
        required: ['since', 'rule'],
        additionalProperties: false
      },
      minItems: 1
    }
  ],
  description: 'CEL over self, pod and meta; true where all is well'
}

const examples: Shape = { type: 'array', items: { type: 'string' }, minItems: 1 }

/** What a control of a user's own looks like: the same fields as Bulwark's. */
export const controlShape: Shape = {
  type: 'object',
  properties: {
    id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', examples: ['own-registry'] },
    title: text('What is true where all is well'),
    severity: { type: 'string', enum: severities },
    why: text('Why it matters, in two sentences at most'),
    remedy: text('What to do'),
    maps: {
      type: 'object',
      properties: Object.fromEntries(
        ['guide', 'nsa', 'attack', 'microsoft', 'kubescape'].map((name) => [name, texts(`Items of ${name}`)])
      ),
      additionalProperties: false,
      description: 'Items of frameworks that it answers'
    },
    each,
    kinds: texts('For each: resource, the kinds that it is about'),
    types: {
      type: 'array',
      items: { type: 'string', enum: ['container', 'init', 'ephemeral'] },
      minItems: 1,
      description: 'For each: container, the types of container that it is about'
    },
    require,
    at: text('The field that a finding points to, from the item; empty for the item itself'),
    message: text('One line; {where} names the item, {self} is the item, any other {path} the value there'),
    examples: {
      type: 'object',
      properties: { pass: examples, fail: examples },
      required: ['pass', 'fail'],
      additionalProperties: false,
      description: 'Manifests that pass and that fail: they are its tests (scan --test-controls)'
    }
  },
  required: ['id', 'title', 'severity', 'each', 'require', 'at', 'message', 'examples'],
  additionalProperties: false
}
