import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Where the kubelet puts what a pod's service account needs. */
export const serviceAccountFolder = '/var/run/secrets/kubernetes.io/serviceaccount'

/**
 * The files that say how to reach a cluster, as kubectl looks for them: the named one, else those of `$KUBECONFIG`,
 * else `~/.kube/config`. Null inside a pod without any of these, whose service account then counts.
 * @param serviceAccount The folder of that.
 */
export function kubeconfigFiles(
  named: string | undefined,
  env: Environment,
  serviceAccount: string
): readonly string[] | null | { readonly problem: string } {
  if (named !== undefined) return [named]
  const listed = (env.KUBECONFIG ?? '').split(delimiter).filter((file) => file !== '')
  if (listed.length > 0) {
    const present = listed.filter((file) => existsSync(file))
    if (present.length > 0) return present
    return { problem: `KUBECONFIG names ${listed.join(', ')}, which does not exist` }
  }
  const usual = join(env.HOME ?? homedir(), '.kube', 'config')
  if (existsSync(usual)) return [usual]
  if (env.KUBERNETES_SERVICE_HOST !== undefined && existsSync(join(serviceAccount, 'token'))) return null
  return {
    problem: `no cluster is configured: there is no ${usual}. Name a kubeconfig with --kubeconfig or $KUBECONFIG`
  }
}
