import { mappingAt, stringAt } from '../mapping.ts'
import type { Path } from '../path.ts'
import type { Resource } from '../resource.ts'
import type { Word } from './arguments.ts'
import type { Component, ComponentName } from './component.ts'
import { toldComponent } from './of-command.ts'

/** The group of the files by which OpenShift tells its API server and controller manager what to do. */
export const openshiftGroup = 'kubecontrolplane.config.openshift.io'

/** Which program a kind of file is for, and the field that holds its flags. */
const programs: Readonly<Record<string, readonly [ComponentName, string]>> = {
  KubeAPIServerConfig: ['kube-apiserver', 'apiServerArguments'],
  KubeControllerManagerConfig: ['kube-controller-manager', 'extendedArguments']
}

/** The program that a file of OpenShift configures: each flag is a list of values in it. */
export function openshiftComponents(resource: Resource): Component[] {
  const program = programs[resource.kind]
  if (program === undefined) return []
  const [name, field] = program
  const given = Object.entries(mappingAt(resource.object, field) ?? {}).flatMap(([flag, values]) =>
    valuesOf(values).map((value, index): Word => ({ text: `--${flag}=${value}`, path: [field, flag, index] }))
  )
  const flags = new Set(given.map(({ text }) => text.slice(0, text.indexOf('='))))
  const own = name === 'kube-apiserver' ? impliedWords(resource).filter(({ text }) => !flags.has(flagIn(text))) : []
  const words = [...own, ...joined(given)]
  return [toldComponent({ name, resource, container: null, configuration: null, unknown: null, path: [field], words })]
}

function flagIn(text: string): string {
  return text.slice(0, text.indexOf('='))
}

function valuesOf(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.map(String) : []
}

/** Values of one flag, each of which would take the place of the one before on a command line, are one list. */
function joined(words: readonly Word[]): Word[] {
  return [...Map.groupBy(words, ({ text }) => flagIn(text))].flatMap(([flag, all]) => {
    const [first] = all
    if (first === undefined || all.length === 1) return all
    return [
      { text: `${flag}=${all.map(({ text }) => text.slice(flag.length + 1)).join(',')}`, path: first.path.slice(0, -1) }
    ]
  })
}

/**
 * Flags that follow from other fields of the API server's file, or that hold where nothing is said. From `ConfigToFlags`
 * in openshift-kube-apiserver/openshiftkubeapiserver/flags.go.
 */
function impliedWords({ object }: Resource): Word[] {
  const serving = mappingAt(object, 'servingInfo') ?? {}
  const storage = mappingAt(object, 'storageConfig') ?? {}
  const kubelet = mappingAt(object, 'kubeletClientInfo') ?? {}
  const ciphers = serving.cipherSuites
  const told: [flag: string, value: string | null, path: Path][] = [
    ['client-ca-file', stringAt(serving, 'clientCA'), ['servingInfo', 'clientCA']],
    ['tls-cert-file', stringAt(serving, 'certFile'), ['servingInfo', 'certFile']],
    ['tls-private-key-file', stringAt(serving, 'keyFile'), ['servingInfo', 'keyFile']],
    ['tls-min-version', stringAt(serving, 'minTLSVersion'), ['servingInfo', 'minTLSVersion']],
    ['tls-cipher-suites', Array.isArray(ciphers) ? ciphers.join(',') : null, ['servingInfo', 'cipherSuites']],
    ['etcd-cafile', stringAt(storage, 'ca'), ['storageConfig', 'ca']],
    ['etcd-certfile', stringAt(storage, 'certFile'), ['storageConfig', 'certFile']],
    ['etcd-keyfile', stringAt(storage, 'keyFile'), ['storageConfig', 'keyFile']],
    ['kubelet-certificate-authority', stringAt(kubelet, 'ca'), ['kubeletClientInfo', 'ca']],
    ['kubelet-client-certificate', stringAt(kubelet, 'certFile'), ['kubeletClientInfo', 'certFile']],
    ['kubelet-client-key', stringAt(kubelet, 'keyFile'), ['kubeletClientInfo', 'keyFile']],
    ['anonymous-auth', 'true', ['apiServerArguments']],
    ['authorization-mode', 'RBAC,Node', ['apiServerArguments']],
    ['service-account-lookup', 'true', ['apiServerArguments']]
  ]
  const keys = object.serviceAccountPublicKeyFiles
  const files = Array.isArray(keys) ? keys.map(String) : []
  return [
    ...told.flatMap(([flag, value, path]) =>
      value === null || value === '' ? [] : [{ text: `--${flag}=${value}`, path }]
    ),
    ...files.map((file, index) => ({
      text: `--service-account-key-file=${file}`,
      path: ['serviceAccountPublicKeyFiles', index]
    }))
  ]
}
