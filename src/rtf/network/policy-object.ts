import type { Mapping } from '../../estate/mapping.ts'
import type { CommentedValue } from '../../yaml/write/commented-value.ts'

/** One rule with the lines that say what it is for. */
export interface CommentedRule {
  readonly rule: Mapping
  readonly why: readonly string[]
}

/** A NetworkPolicy to be written. */
export interface WrittenPolicy extends CommentedValue {
  readonly namespace: string
  readonly name: string
}

interface PolicyParts {
  readonly name: string
  readonly namespace: string
  readonly why: readonly string[]
  readonly ingress?: readonly CommentedRule[]
  readonly egress?: readonly CommentedRule[]
}

/** A policy about every pod of a namespace, in the directions that it has rules for; in both where it has none. */
export function policyObject({ name, namespace, why, ingress, egress }: PolicyParts): WrittenPolicy {
  const both = ingress === undefined && egress === undefined
  const policyTypes = [
    ...(both || ingress !== undefined ? ['Ingress'] : []),
    ...(both || egress !== undefined ? ['Egress'] : [])
  ]
  const value = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: {
      podSelector: {},
      policyTypes,
      ...(ingress === undefined ? {} : { ingress: ingress.map(({ rule }) => rule) }),
      ...(egress === undefined ? {} : { egress: egress.map(({ rule }) => rule) })
    }
  }
  return {
    namespace,
    name,
    value,
    comments: [{ path: [], lines: why }, ...commentsOf('ingress', ingress ?? []), ...commentsOf('egress', egress ?? [])]
  }
}

function commentsOf(direction: 'ingress' | 'egress', rules: readonly CommentedRule[]): CommentedValue['comments'] {
  return rules.map(({ why }, index) => ({ path: ['spec', direction, index], lines: why }))
}
