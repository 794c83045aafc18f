import { dirname, resolve } from 'node:path'
import { isMapping, type Mapping, stringAt } from '../../../estate/mapping.ts'
import type { ExecPlugin } from './access.ts'

const interactiveModes = ['Never', 'IfAvailable', 'Always'] as const

/**
 * What a kubeconfig says of a credential plug-in.
 * @see https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
 */
export function readExecPlugin(exec: Mapping, file: string, user: string): ExecPlugin | { readonly problem: string } {
  const command = stringAt(exec, 'command') ?? ''
  const apiVersion = stringAt(exec, 'apiVersion') ?? ''
  if (command === '') return { problem: `user "${user}" of kubeconfig ${file} has an exec plug-in without a command` }
  if (!/^client\.authentication\.k8s\.io\/v1(beta1)?$/.test(apiVersion)) {
    const told = apiVersion === '' ? 'no apiVersion' : `the apiVersion "${apiVersion}"`
    return {
      problem: `the exec plug-in of user "${user}" in kubeconfig ${file} has ${told}; write client.authentication.k8s.io/v1`
    }
  }
  return {
    apiVersion,
    // Only a command with a slash is a path, and then it counts from the kubeconfig.
    command: command.includes('/') ? resolve(dirname(file), command) : command,
    args: Array.isArray(exec.args) ? exec.args.map(String) : [],
    env: environmentOf(exec.env),
    installHint: stringAt(exec, 'installHint') || null,
    provideClusterInfo: exec.provideClusterInfo === true,
    interactive: interactiveModes.find((mode) => mode === exec.interactiveMode) ?? 'IfAvailable'
  }
}

function environmentOf(list: unknown): Record<string, string> {
  const env: Record<string, string> = {}
  for (const entry of Array.isArray(list) ? list : []) {
    if (isMapping(entry) && typeof entry.name === 'string') env[entry.name] = String(entry.value ?? '')
  }
  return env
}
