import type { FlagKind } from '../../src/kubernetes/flag-kinds.ts'
import { settingName } from '../../src/kubernetes/setting-name.ts'
import type { OpenApiSchema } from '../kubernetes-types/openapi.ts'
import { flagKind } from './flag-lines.ts'
import type { Flags } from './module-text.ts'

/** The kind of a component's configuration file, where it has one. */
const configurations: Readonly<Record<string, string>> = {
  kubelet: 'io.k8s.kubelet.config.v1beta1.KubeletConfiguration',
  'kube-proxy': 'io.k8s.kube-proxy.config.v1alpha1.KubeProxyConfiguration',
  'kube-scheduler': 'io.k8s.kube-scheduler.config.v1.KubeSchedulerConfiguration'
}

const schemasOfKinds: Readonly<Record<FlagKind, OpenApiSchema>> = {
  boolean: { type: 'boolean' },
  booleanMap: { type: 'object', additionalProperties: { type: 'boolean' } },
  commaList: { type: 'array', items: { type: 'string' } },
  integer: { type: 'integer', format: 'int64' },
  list: { type: 'array', items: { type: 'string' } },
  map: { type: 'object', additionalProperties: { type: 'string' } },
  number: { type: 'number' },
  slice: { type: 'array', items: { type: 'string' } },
  text: { type: 'string' }
}

/**
 * What rules see of a component: the fields of its configuration file, and its flags in camel case unless they set such
 * a field.
 */
export function settingsSchemas(
  components: Readonly<Record<string, Flags>>,
  schemas: Readonly<Record<string, OpenApiSchema>>
): Record<string, OpenApiSchema> {
  return Object.fromEntries(
    Object.entries(components).map(([component, flags]) => {
      const file = schemas[configurations[component] ?? '']?.properties ?? {}
      const properties: Record<string, OpenApiSchema> = {
        ...file,
        problems: { type: 'array', items: { type: 'string' } }
      }
      for (const [flag, facts] of Object.entries(flags)) {
        const name = settingName(flag)
        if (facts.field === undefined && file[name] === undefined)
          properties[name] = schemasOfKinds[flagKind(flag, facts)]
      }
      return [`dev.bulwark.component.${component}`, { type: 'object', properties }]
    })
  )
}
