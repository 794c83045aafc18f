import type { Estate } from '../../estate/estate.ts'
import { isMapping, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { fails, passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

function secretsOf({ object: { secrets } }: Resource): (string | null)[] {
  return Array.isArray(secrets) ? secrets.map((entry) => (isMapping(entry) ? stringAt(entry, 'name') : null)) : []
}

/** Of a Secret that was not read, the name tells: the controller named tokens by their account. */
function isToken(estate: Estate, account: Resource, name: string): boolean {
  const [secret] = estate.named({ kind: 'Secret', name, namespace: account.namespace, group: '' })
  if (secret === undefined) return name.startsWith(`${account.name}-token-`)
  return secret.object.type === 'kubernetes.io/service-account-token'
}

export const accountTokenReference = defineControl({
  id: 'account-token-reference',
  title: 'Service accounts list no Secret with a token',
  severity: 'low',
  why: 'The list is what is left of tokens that were made for every account and do not expire. Nothing needs it any more, and who reads the Secret is the account.',
  remedy: 'Remove the entry from `secrets`, and the Secret. Entries for pulling images belong in `imagePullSecrets`.',
  maps: {
    guide: ['authentication.strong'],
    nsa: ['1.19'],
    cis: { '1.8': ['3.1.2'] },
    kubescape: ['C-0287'],
    attack: ['T1528', 'T1550.001'],
    microsoft: ['MS-TA9016'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  analyse: {
    reads: ['ServiceAccount', 'Secret'],
    *judge(estate): Generator<Verdict> {
      for (const account of estate.ofKind('ServiceAccount', '')) {
        const names = secretsOf(account)
        const index = names.findIndex((name) => name !== null && isToken(estate, account, name))
        yield index === -1
          ? passes(account)
          : fails(account, `the account lists the Secret "${names[index]}" with a token that does not expire`, {
              path: ['secrets', index, 'name']
            })
      }
    }
  },
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
      secrets:
        - name: web-dockercfg
      imagePullSecrets:
        - name: web-dockercfg
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
      secrets:
        - name: web-token-x7k2p
      `
    ]
  }
})
