import { otherVolumes } from './other-volumes.ts'
import type { Random } from './random.ts'
import type { ContainerDraft, PodDraft } from './valid-pod.ts'

/** Changes a valid pod so that one check or another may forbid it, and keeps it valid as far as one field can. */
type Fault = (pod: PodDraft, random: Random) => void

function anyContainer({ spec }: PodDraft, random: Random): ContainerDraft {
  const [first, ...others] = [...spec.containers, ...spec.initContainers]
  if (first === undefined) throw new Error('a pod has at least one container')
  return random.pick([first, ...others])
}

/** The security context of the pod or of one of its containers. */
function anyContext(pod: PodDraft, random: Random): Record<string, unknown> {
  return random.chance(0.4) ? pod.spec.securityContext : anyContainer(pod, random).securityContext
}

function hostNetwork(pod: PodDraft): void {
  pod.spec.hostNetwork = true
  delete pod.spec.hostUsers
}

function outsideUserNamespace(field: 'hostPID' | 'hostIPC'): Fault {
  return ({ spec }) => {
    spec[field] = true
    delete spec.hostUsers
  }
}

function privileged(pod: PodDraft, random: Random): void {
  const { securityContext } = anyContainer(pod, random)
  securityContext.privileged = true
  delete securityContext.allowPrivilegeEscalation
}

function allowPrivilegeEscalation(pod: PodDraft, random: Random): void {
  const { securityContext } = anyContainer(pod, random)
  if (random.chance(0.5)) delete securityContext.allowPrivilegeEscalation
  else securityContext.allowPrivilegeEscalation = true
}

function addedCapability(pod: PodDraft, random: Random): void {
  const { securityContext } = anyContainer(pod, random)
  const add = random.pick([['NET_BIND_SERVICE'], ['CHOWN'], ['NET_RAW'], ['SYS_PTRACE', 'KILL'], ['net_admin'], []])
  securityContext.capabilities = { drop: ['ALL'], add }
}

function undroppedCapabilities(pod: PodDraft, random: Random): void {
  const { securityContext } = anyContainer(pod, random)
  const drop = random.pick([['all'], ['NET_RAW'], []])
  securityContext.capabilities = random.pick<object>([{ drop }, {}, { add: ['NET_BIND_SERVICE'] }])
}

function hostPort(pod: PodDraft, random: Random): void {
  const port = random.integer(1, 65535)
  const container = anyContainer(pod, random)
  container.ports.push(random.chance(0.2) ? { containerPort: port } : { containerPort: port, hostPort: port })
}

function procMount(pod: PodDraft, random: Random): void {
  const { securityContext } = anyContainer(pod, random)
  securityContext.procMount = random.pick(['Unmasked', 'Unmasked', 'Unmasked', 'Default'])
  pod.spec.hostUsers = false
}

function volume({ spec }: PodDraft, random: Random): void {
  spec.volumes.push({ name: `other-${spec.volumes.length}`, ...random.pick(otherVolumes) })
}

function hostPathVolume({ spec }: PodDraft, random: Random): void {
  spec.volumes.push({ name: `host-${spec.volumes.length}`, hostPath: { path: random.pick(['/', '/data']) } })
}

function runAsNonRoot(pod: PodDraft, random: Random): void {
  if (random.chance(0.6)) delete pod.spec.securityContext.runAsNonRoot
  else pod.spec.securityContext.runAsNonRoot = false
  const context = anyContainer(pod, random).securityContext
  if (random.chance(0.7)) context.runAsNonRoot = random.chance(0.7)
}

function runAsUser(pod: PodDraft, random: Random): void {
  anyContext(pod, random).runAsUser = random.pick([0, 0, 0, 1, 65534])
}

function seccompProfile(pod: PodDraft, random: Random): void {
  if (random.chance(0.4)) delete pod.spec.securityContext.seccompProfile
  if (random.chance(0.3)) return
  const profile = random.pick([
    { type: 'Unconfined' },
    { type: 'Unconfined' },
    { type: 'RuntimeDefault' },
    { type: 'Localhost', localhostProfile: 'profiles/app.json' }
  ])
  anyContext(pod, random).seccompProfile = profile
}

/** Where both are set, annotation and field must match. */
function seccompAnnotation({ metadata, spec }: PodDraft, random: Random): void {
  delete spec.securityContext.seccompProfile
  const key = random.pick([
    'seccomp.security.alpha.kubernetes.io/pod',
    'container.seccomp.security.alpha.kubernetes.io/app-0',
    'container.seccomp.security.alpha.kubernetes.io/init-0',
    'container.seccomp.security.alpha.kubernetes.io/gone'
  ])
  metadata.annotations[key] = random.pick(['unconfined', 'runtime/default', 'docker/default', 'localhost/app.json'])
}

function appArmorProfile(pod: PodDraft, random: Random): void {
  const profile = random.pick([
    { type: 'Unconfined' },
    { type: 'Unconfined' },
    { type: 'RuntimeDefault' },
    { type: 'Localhost', localhostProfile: 'app' }
  ])
  anyContext(pod, random).appArmorProfile = profile
}

function appArmorAnnotation({ metadata }: PodDraft, random: Random): void {
  const key = `container.apparmor.security.beta.kubernetes.io/app-0`
  metadata.annotations[key] = random.pick(['unconfined', 'runtime/default', 'localhost/app', ''])
}

function seLinuxOptions(pod: PodDraft, random: Random): void {
  const options = random.pick([
    { type: 'spc_t' },
    { type: 'container_t' },
    { type: 'container_kvm_t', level: 's0:c1' },
    { type: 'container_engine_t' },
    { type: 'container_engine_t' },
    { user: 'system_u' },
    { role: 'sysadm_r', type: 'container_init_t' },
    { user: '', role: '' }
  ])
  anyContext(pod, random).seLinuxOptions = options
}

function sysctls({ spec }: PodDraft, random: Random): void {
  const name = random.pick([
    'kernel.msgmax',
    'net.core.somaxconn',
    'kernel.shm_rmid_forced',
    'net.ipv4.tcp_syncookies',
    'net.ipv4.ip_local_reserved_ports',
    'net.ipv4.tcp_fin_timeout',
    'net.ipv4.tcp_keepalive_probes',
    'net.ipv4.tcp_rmem',
    'net.ipv4.tcp_notsent_lowat',
    'net.ipv4.tcp_slow_start_after_idle'
  ])
  spec.securityContext.sysctls = [{ name, value: '1' }]
}

function probeHost(pod: PodDraft, random: Random): void {
  const container = random.pick([pod.spec.containers[0] ?? anyContainer(pod, random)])
  const host = random.pick(['127.0.0.1', 'example.com', '10.0.0.1', ''])
  const request = random.pick([{ httpGet: { host, port: 8080, path: '/' } }, { tcpSocket: { host, port: 8080 } }])
  const field = random.pick(['livenessProbe', 'readinessProbe', 'startupProbe', 'postStart', 'preStop'])
  if (field === 'postStart' || field === 'preStop') container.lifecycle = { [field]: request }
  else container[field] = request
}

/** The whole pod changes: Linux fields are forbidden on Windows. */
function windows({ spec }: PodDraft, random: Random): void {
  spec.os = { name: 'windows' }
  delete spec.hostUsers
  delete spec.securityContext.seccompProfile
  for (const container of [...spec.containers, ...spec.initContainers]) container.securityContext = {}
  if (random.chance(0.3)) spec.securityContext.runAsNonRoot = false
  if (random.chance(0.6)) return
  spec.hostNetwork = true
  spec.securityContext = {
    runAsNonRoot: false,
    windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' }
  }
}

/** HostProcess is for whole pods, all containers alike. */
function hostProcess({ spec }: PodDraft, random: Random): void {
  spec.hostNetwork = true
  delete spec.hostUsers
  const options = { windowsOptions: { hostProcess: true } }
  if (random.chance(0.5)) Object.assign(spec.securityContext, options)
  else
    for (const { securityContext } of [...spec.containers, ...spec.initContainers])
      Object.assign(securityContext, options)
}

export const faults: readonly [Fault, ...Fault[]] = [
  hostNetwork,
  outsideUserNamespace('hostPID'),
  outsideUserNamespace('hostIPC'),
  privileged,
  allowPrivilegeEscalation,
  addedCapability,
  undroppedCapabilities,
  hostPort,
  hostPort,
  procMount,
  procMount,
  volume,
  hostPathVolume,
  runAsNonRoot,
  runAsUser,
  seccompProfile,
  seccompProfile,
  seccompAnnotation,
  seccompAnnotation,
  appArmorProfile,
  appArmorAnnotation,
  seLinuxOptions,
  seLinuxOptions,
  sysctls,
  sysctls,
  probeHost,
  probeHost,
  windows,
  hostProcess
]
