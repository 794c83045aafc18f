/** The floor of a live scan: lists the kinds that hold most objects, one page after the other, and parses the answers. */
import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:https'
import { parseYaml } from '../src/yaml/parse.ts'

interface Kubeconfig {
  readonly clusters: readonly [{ readonly cluster: { readonly server: string; 'certificate-authority-data': string } }]
  readonly users: readonly [{ readonly user: { readonly token: string } }]
}

const paths = [
  ...['pods', 'services', 'configmaps', 'serviceaccounts'].map((resource) => `/api/v1/${resource}`),
  ...['deployments', 'replicasets'].map((resource) => `/apis/apps/v1/${resource}`),
  ...['roles', 'rolebindings'].map((resource) => `/apis/rbac.authorization.k8s.io/v1/${resource}`)
]

const [file = ''] = process.argv.slice(2)
const [document] = parseYaml(readFileSync(file, 'utf8'))
if (document === undefined) throw new Error(`${file} is empty`)
const { clusters, users } = document.value as Kubeconfig
const { server, 'certificate-authority-data': ca } = clusters[0].cluster
const agent = new Agent({ keepAlive: true, ca: Buffer.from(ca, 'base64') })
const headers = { authorization: `Bearer ${users[0].user.token}` }

let count = 0
for (const path of paths) {
  let next = ''
  do {
    const { items, metadata } = await list(`${path}?limit=500&continue=${encodeURIComponent(next)}`)
    count += items.length
    next = metadata.continue ?? ''
  } while (next !== '')
}
process.stdout.write(`${count} objects\n`)
agent.destroy()

function list(path: string): Promise<{ items: readonly unknown[]; metadata: { continue?: string } }> {
  return new Promise((resolve, reject) => {
    get(new URL(path, server), { agent, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())))
    }).on('error', reject)
  })
}
