import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../../estate/mapping.ts'
import { didYouMean } from '../../../names/nearest-name.ts'
import { fileFault } from '../../files/file-fault.ts'
import type { Account, ClusterAccess, Endpoint } from './access.ts'
import { readExecPlugin } from './exec-plugin.ts'
import { kubeconfigFiles, serviceAccountFolder } from './kubeconfig-files.ts'
import { type Entry, type Kubeconfig, parseKubeconfigs, pathIn } from './parse-kubeconfig.ts'
import { environmentProxy } from './proxy.ts'

type Environment = Readonly<Record<string, string | undefined>>

export interface AccessChoice {
  /** A file; by default where kubectl looks. */
  readonly kubeconfig: string | undefined
  /** By default the current one. */
  readonly context: string | undefined
}

/**
 * How to reach the cluster that the user means, or what is wrong with saying so: one sentence with what to do.
 * @param serviceAccount Where a pod finds what its account needs.
 */
export function readAccess(
  choice: AccessChoice,
  env: Environment,
  serviceAccount: string = serviceAccountFolder
): ClusterAccess | { readonly problem: string } {
  const files = kubeconfigFiles(choice.kubeconfig, env, serviceAccount)
  if (files === null) return inCluster(choice.context, env, serviceAccount)
  if ('problem' in files) return files
  const config = parseKubeconfigs(files)
  if ('problem' in config) return config
  return ofContext(config, choice.context, env)
}

/** In the words of a list: where an entry was looked for. */
const listed = ({ files }: Kubeconfig): string => files.join(', ')

function ofContext(
  config: Kubeconfig,
  named: string | undefined,
  env: Environment
): ClusterAccess | { problem: string } {
  const name = named ?? config.currentContext
  const known = [...config.contexts.keys()]
  const choices = known.length === 0 ? 'it has none' : `it has ${known.join(', ')}`
  if (name === null) {
    return { problem: `kubeconfig ${listed(config)} has no current context; name one with --context (${choices})` }
  }
  const context = config.contexts.get(name)
  if (context === undefined) {
    return { problem: `kubeconfig ${listed(config)} has no context "${name}"${didYouMean(name, known)} (${choices})` }
  }
  const cluster = referred(config, context, 'cluster', config.clusters, name)
  if ('problem' in cluster) return cluster
  // A context without a user asks anonymously, as kubectl does.
  const user = stringAt(context.value, 'user') ? referred(config, context, 'user', config.users, name) : noUser
  if ('problem' in user) return user
  const server = serverOf(cluster, stringAt(context.value, 'cluster') ?? '')
  if ('problem' in server) return server
  const account = accountOf(user, stringAt(context.value, 'user') ?? 'anonymous')
  if ('problem' in account) return account
  const endpoint = endpointOf(cluster, server.url, env)
  return unreadable(endpoint, account) ?? { name, server: server.url, endpoint, account }
}

const noUser: Entry = { value: {}, file: '' }

function referred(
  config: Kubeconfig,
  context: Entry,
  key: 'cluster' | 'user',
  entries: ReadonlyMap<string, Entry>,
  name: string
): Entry | { problem: string } {
  const wanted = stringAt(context.value, key)
  const entry = wanted === null ? undefined : entries.get(wanted)
  if (entry !== undefined) return entry
  const what = wanted === null ? `names no ${key}` : `names the ${key} "${wanted}", which is not there`
  return {
    problem: `context "${name}" of kubeconfig ${listed(config)} ${what}${didYouMean(wanted ?? '', entries.keys())}`
  }
}

function serverOf({ value, file }: Entry, name: string): { url: URL } | { problem: string } {
  const text = stringAt(value, 'server') ?? ''
  const url = URL.parse(text)
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return { url }
  const said = text === '' ? 'has no server' : `has the server "${text}"`
  return { problem: `cluster "${name}" of kubeconfig ${file} ${said}; write it like https://10.0.0.1:6443` }
}

function endpointOf({ value, file }: Entry, server: URL, env: Environment): Endpoint {
  const extensions = Array.isArray(value.extensions) ? value.extensions.filter(isMapping) : []
  const forPlugins = extensions.find(({ name }) => name === 'client.authentication.k8s.io/exec')
  return {
    caFile: pathIn(file, stringAt(value, 'certificate-authority')),
    caData: stringAt(value, 'certificate-authority-data') || null,
    skipVerify: value['insecure-skip-tls-verify'] === true,
    tlsServerName: stringAt(value, 'tls-server-name') || null,
    proxy: stringAt(value, 'proxy-url') || environmentProxy(server, env),
    compression: value['disable-compression'] !== true,
    execConfig: forPlugins?.extension ?? null
  }
}

function accountOf({ value, file }: Entry, name: string): Account | { problem: string } {
  const exec = mappingAt(value, 'exec')
  const plugin = exec === undefined ? null : readExecPlugin(exec, file, name)
  if (plugin !== null && 'problem' in plugin) return plugin
  const provider = mappingAt(value, 'auth-provider')
  const provided = provider === undefined ? null : stringAt(provider, 'name')
  if (provider !== undefined && provided !== 'oidc') {
    return {
      problem: `user "${name}" of kubeconfig ${file} has the auth provider "${provided ?? ''}", which Kubernetes has given up; use its exec plug-in`
    }
  }
  const config = provider === undefined ? undefined : mappingAt(provider, 'config')
  return {
    name,
    certFile: pathIn(file, stringAt(value, 'client-certificate')),
    certData: stringAt(value, 'client-certificate-data') || null,
    keyFile: pathIn(file, stringAt(value, 'client-key')),
    keyData: stringAt(value, 'client-key-data') || null,
    token: stringAt(value, 'token') || null,
    tokenFile: pathIn(file, stringAt(value, 'tokenFile')),
    username: stringAt(value, 'username') || null,
    password: stringAt(value, 'password') || null,
    oidc: provider === undefined ? null : { config: config ?? {}, file },
    exec: plugin,
    impersonation: impersonationOf(value)
  }
}

function impersonationOf(value: Mapping): Record<string, string | readonly string[]> {
  const headers: Record<string, string | readonly string[]> = {}
  const user = stringAt(value, 'as')
  if (user !== null && user !== '') headers['impersonate-user'] = user
  const uid = stringAt(value, 'as-uid')
  if (uid !== null && uid !== '') headers['impersonate-uid'] = uid
  const groups = textsOf(value['as-groups'])
  if (groups.length > 0) headers['impersonate-group'] = groups
  for (const [key, values] of Object.entries(mappingAt(value, 'as-user-extra') ?? {})) {
    headers[`impersonate-extra-${encodeURIComponent(key)}`] = textsOf(values)
  }
  return headers
}

function textsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((text) => typeof text === 'string') : []
}

/** A file that cannot be read is told by its name before anything is asked. */
function unreadable({ caFile }: Endpoint, { certFile, keyFile, tokenFile }: Account): { problem: string } | null {
  const files = { 'certificate-authority': caFile, 'client-certificate': certFile, 'client-key': keyFile, tokenFile }
  for (const [key, file] of Object.entries(files)) {
    if (file === null) continue
    try {
      readFileSync(file)
    } catch (error) {
      return { problem: `${key} ${file}, which the kubeconfig names: ${fileFault(error)}` }
    }
  }
  return null
}

/** What the kubelet mounts into a pod, and the environment that it gives it. */
function inCluster(context: string | undefined, env: Environment, folder: string): ClusterAccess | { problem: string } {
  if (context !== undefined) {
    return { problem: `there is no kubeconfig to find context "${context}" in; name one with --kubeconfig` }
  }
  const { KUBERNETES_SERVICE_HOST: host = '', KUBERNETES_SERVICE_PORT: port = '443' } = env
  const server = new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}`)
  const cluster = { 'certificate-authority': join(folder, 'ca.crt') }
  const account = accountOf({ value: { tokenFile: join(folder, 'token') }, file: '/' }, 'the service account')
  if ('problem' in account) return account
  return { name: 'in-cluster', server, endpoint: endpointOf({ value: cluster, file: '/' }, server, env), account }
}
