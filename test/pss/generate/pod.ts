import { type Draft, type Json, written, writtenOrAbsent } from './json.ts'
import type { Random } from './random.ts'
import { containerSecurityContext, podSecurityContext } from './security-context.ts'
import { Temper } from './temper.ts'
import { volumes } from './volumes.ts'

/**
 * A pod with any value that can be decoded in every field that a Pod Security check reads, valid or not: absent, null,
 * empty, wrong in case, unknown.
 */
export function anyPod(random: Random, name: string): { readonly [key: string]: Json } {
  const temper = new Temper(random)
  const annotations = annotationsOf(random, temper)
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: written({ name, annotations }),
    spec: written({
      hostNetwork: hostNamespace(temper),
      hostPID: hostNamespace(temper),
      hostIPC: hostNamespace(temper),
      hostUsers: random.pick([undefined, undefined, true, false, false, null]),
      os: random.pick<Json | undefined>([
        undefined,
        undefined,
        undefined,
        null,
        {},
        { name: 'linux' },
        { name: 'windows' },
        { name: 'windows' },
        { name: 'Windows' }
      ]),
      securityContext: podSecurityContext(random, temper),
      volumes: volumes(random, temper),
      initContainers: containers(random, temper, 'init', 0, 2),
      containers: containers(random, temper, 'app', random.chance(0.03) ? 0 : 1, 2),
      ephemeralContainers: random.chance(0.4) ? containers(random, temper, 'debug', 0, 1) : undefined
    })
  }
}

function hostNamespace(temper: Temper): boolean | null | undefined {
  return temper.choose<boolean | null | undefined>('hostNamespaces', [undefined, undefined, false, null], [true])
}

function containers(random: Random, temper: Temper, prefix: string, least: number, most: number): Json | undefined {
  if (least === 0 && random.chance(0.4)) return random.pick([undefined, undefined, null, []])
  return random.list<Json>(least, most, (index) => container(random, temper, `${prefix}-${index}`))
}

function container(random: Random, temper: Temper, name: string): Json {
  if (random.chance(0.01)) return null
  return written({
    name,
    image: 'registry.example/app:1',
    securityContext: containerSecurityContext(random, temper),
    ports: ports(random, temper),
    livenessProbe: probe(random, temper),
    readinessProbe: probe(random, temper),
    startupProbe: probe(random, temper),
    lifecycle: random.chance(0.5)
      ? undefined
      : random.chance(0.1)
        ? random.pick([null, {}])
        : writtenOrAbsent({ postStart: probe(random, temper), preStop: probe(random, temper) })
  })
}

function ports(random: Random, temper: Temper): Json | undefined {
  if (random.chance(0.4)) return random.pick([undefined, null, []])
  return random.list<Json>(1, 2, (index) => {
    const hostPort = temper.choose<number | null | undefined>('hostPorts', [undefined, undefined, 0, null], [80, 65535])
    return random.chance(0.02) ? null : written({ containerPort: 8080 + index, hostPort })
  })
}

/** A probe, or a lifecycle handler, which has the same requests. */
function probe(random: Random, temper: Temper): Json | undefined {
  if (random.chance(0.6)) return random.pick<Json | undefined>([undefined, undefined, null, {}])
  const host = (): Draft => ({
    port: 8080,
    host: temper.choose<string | null | undefined>('probes', [undefined, undefined, '', null], ['127.0.0.1', 'example'])
  })
  const request = (): Json => random.pick<Json>([written(host()), written(host()), null])
  return written({
    httpGet: random.chance(0.6) ? request() : undefined,
    tcpSocket: random.chance(0.5) ? request() : undefined
  })
}

const containerNames = ['app-0', 'app-1', 'init-0', 'debug-0', 'gone'] as const

function annotationsOf(random: Random, temper: Temper): Json | undefined {
  const made: Record<string, Json> = {}
  if (random.chance(0.3)) made['example.com/owner'] = 'unconfined'
  for (const name of containerNames) {
    if (random.chance(0.12)) made[`container.apparmor.security.beta.kubernetes.io/${name}`] = appArmor(temper)
    if (random.chance(0.12)) made[`container.seccomp.security.alpha.kubernetes.io/${name}`] = seccomp(temper)
  }
  if (random.chance(0.2)) made['seccomp.security.alpha.kubernetes.io/pod'] = seccomp(temper)
  return Object.keys(made).length === 0 ? random.pick<Json | undefined>([undefined, undefined, null, {}]) : made
}

function appArmor(temper: Temper): Json {
  return temper.choose<Json>('appArmor', ['runtime/default', 'localhost/web', '', null], ['unconfined', 'localhost'])
}

function seccomp(temper: Temper): Json {
  const good = ['runtime/default', 'docker/default', 'localhost/web'] as const
  return temper.choose<Json>('seccomp annotations', good, ['unconfined', '', null, 'localhost', 'RuntimeDefault'])
}
