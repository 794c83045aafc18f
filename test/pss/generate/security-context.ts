import { type Json, writtenOrAbsent } from './json.ts'
import type { Random } from './random.ts'
import type { Temper } from './temper.ts'

const harmless = ['CHOWN', 'NET_BIND_SERVICE', 'SETUID', 'MKNOD', 'SYS_CHROOT', 'AUDIT_WRITE'] as const
const anyCapability = [...harmless, 'NET_RAW', 'SYS_ADMIN', 'CAP_CHOWN', 'chown', 'ALL', '', null] as const

/** What a pod's and a container's security context have in common. `holder` tells them apart where it matters. */
function shared(random: Random, temper: Temper, holder: 'pod' | 'container'): Record<string, Json | undefined> {
  return {
    runAsNonRoot: runAsNonRoot(temper, holder),
    runAsUser: temper.choose<number | null | undefined>('user', [undefined, 1, 65534, null], [0, undefined]),
    seccompProfile: seccompProfile(random, temper, holder),
    appArmorProfile: temper.choose<Json | undefined>(
      'appArmor',
      [undefined, null, { type: 'RuntimeDefault' }, { type: 'Localhost', localhostProfile: 'x' }],
      [{ type: 'Unconfined' }, { type: null }, {}, { type: '' }, { type: 'runtimedefault' }]
    ),
    seLinuxOptions: seLinuxOptions(random, temper),
    windowsOptions: temper.choose<Json | undefined>(
      'hostProcess',
      [undefined, undefined, null, {}, { hostProcess: false }, { hostProcess: null }, { runAsUserName: 'app' }],
      [{ hostProcess: true }]
    )
  }
}

/** A careful pod says it either itself or in each container. */
function runAsNonRoot(temper: Temper, holder: 'pod' | 'container'): boolean | null | undefined {
  const speaks = temper.isCareful('pod speaks for containers') ? 'pod' : 'container'
  if (speaks === holder) return temper.choose<boolean | null | undefined>('nonRoot', [true], [undefined, false, null])
  return temper.choose<boolean | null | undefined>('nonRoot', [undefined, undefined, true, null], [false])
}

function seccompProfile(random: Random, temper: Temper, holder: 'pod' | 'container'): Json | undefined {
  const speaks = temper.isCareful('pod speaks for containers') ? 'pod' : 'container'
  const accepted = { type: random.pick(['RuntimeDefault', 'Localhost']) }
  const bad: readonly [Json, ...Json[]] = [
    { type: 'Unconfined' },
    {},
    { type: '' },
    { type: null },
    { type: 'default' }
  ]
  if (speaks === holder) return temper.choose<Json | undefined>('seccomp', [accepted], [undefined, null, ...bad])
  return temper.choose<Json | undefined>('seccomp', [undefined, undefined, null, accepted], bad)
}

function seLinuxOptions(random: Random, temper: Temper): Json | undefined {
  const type = temper.choose<string | null | undefined>(
    'seLinux',
    [undefined, undefined, '', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t', null],
    ['spc_t', 'Container_t', 'container_engine_t']
  )
  const user = temper.choose<string | null | undefined>('seLinux', [undefined, undefined, '', null], ['system_u', 'u'])
  const role = temper.choose<string | null | undefined>('seLinux', [undefined, undefined, '', null], ['sysadm_r'])
  const level = random.chance(0.1) ? 's0:c1,c2' : undefined
  return random.chance(0.1) ? random.pick([null, {}]) : writtenOrAbsent({ type, user, role, level })
}

export function containerSecurityContext(random: Random, temper: Temper): Json | undefined {
  if (random.chance(0.04)) return random.pick([null, {}])
  return writtenOrAbsent({
    ...shared(random, temper, 'container'),
    privileged: temper.choose<boolean | null | undefined>('privileged', [undefined, undefined, false, null], [true]),
    allowPrivilegeEscalation: temper.choose<boolean | null | undefined>('escalation', [false], [undefined, true, null]),
    procMount: temper.choose<string | null | undefined>(
      'procMount',
      [undefined, undefined, 'Default', null],
      ['Unmasked', '', 'default']
    ),
    capabilities: capabilities(random, temper)
  })
}

function capabilities(random: Random, temper: Temper): Json | undefined {
  if (random.chance(0.04)) return random.pick([null, {}])
  return writtenOrAbsent({ add: added(random, temper), drop: dropped(temper) })
}

function added(random: Random, temper: Temper): Json | undefined {
  const names = temper.isCareful('restricted capabilities')
    ? (['NET_BIND_SERVICE'] as const)
    : temper.isCareful('baseline capabilities')
      ? harmless
      : anyCapability
  if (random.chance(0.4)) return random.pick([undefined, undefined, null, []])
  return random.list<Json>(1, 3, () => random.pick<string | null>([...names]))
}

function dropped(temper: Temper): Json | undefined {
  return temper.choose<Json | undefined>(
    'restricted capabilities',
    [['ALL'], ['CHOWN', 'ALL']],
    [undefined, null, [], ['all'], ['NET_RAW'], [null], ['']]
  )
}

const safeSysctls = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start'
] as const
const laterSysctls = [
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
  'net.ipv4.tcp_slow_start_after_idle',
  'net.ipv4.tcp_notsent_lowat'
] as const

export function podSecurityContext(random: Random, temper: Temper): Json | undefined {
  if (random.chance(0.04)) return random.pick([null, {}])
  return writtenOrAbsent({
    ...shared(random, temper, 'pod'),
    sysctls: sysctls(random, temper),
    fsGroup: random.chance(0.1) ? 0 : undefined
  })
}

function sysctls(random: Random, temper: Temper): Json | undefined {
  if (random.chance(0.5)) return random.pick([undefined, undefined, undefined, null, []])
  const late = temper.isCareful('late sysctls')
  return random.list<Json>(1, 2, () => {
    const name = late
      ? random.pick([...laterSysctls])
      : temper.choose<string>('sysctls', safeSysctls, ['kernel.msgmax', 'net/ipv4/tcp_syncookies', ''])
    return random.chance(0.03) ? random.pick<Json>([null, {}, { value: '1' }, { name: null }]) : { name, value: '1' }
  })
}
