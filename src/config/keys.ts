import { severities } from '../controls/control.ts'
import { profiles } from '../controls/profiles.ts'
import { openQuestions } from '../rtf/facts/open-questions.ts'
import { failOnLevels } from './config.ts'

/** What a value of `bulwark.yaml` has to look like; a subset of JSON Schema, which is published from it. */
export type Shape =
  | {
      readonly type: 'string'
      readonly pattern?: string
      /** What it looks like, where there is a pattern. */
      readonly examples?: readonly string[]
      readonly enum?: readonly string[]
      readonly description?: string
    }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number; readonly description?: string }
  | { readonly type: 'array'; readonly items: Shape; readonly minItems?: number; readonly description?: string }
  | {
      readonly type: 'object'
      readonly properties?: Readonly<Record<string, Shape>>
      readonly required?: readonly string[]
      /** False refuses keys that `properties` does not name; a shape is what any other key holds. */
      readonly additionalProperties: false | Shape
      readonly description?: string
    }
  /** Told apart by their type: a text, a list or a mapping. */
  | { readonly type?: never; readonly oneOf: readonly Shape[]; readonly description?: string }

/** One key of `bulwark.yaml`, with the example that `bulwark init` writes. */
export interface ConfigKey {
  readonly shape: Shape & { readonly description: string }
  readonly example: string
}

const workload: Shape = {
  type: 'object',
  properties: {
    apiVersion: { type: 'string', description: 'Only objects of this apiVersion; any where it is left out' },
    kind: { type: 'string' },
    path: { type: 'string', description: 'Where the pod spec stands; [] follows a list' }
  },
  required: ['kind', 'path'],
  additionalProperties: false
}

const names: Shape = { type: 'array', items: { type: 'string' }, minItems: 1 }

const exception: Shape = {
  type: 'object',
  properties: {
    id: { type: 'string', description: 'How reports name it' },
    controls: { ...names, description: 'Controls whose findings are tolerated' },
    selector: {
      type: 'object',
      properties: {
        namespaces: names,
        kinds: names,
        names,
        labels: {
          type: 'object',
          additionalProperties: { type: 'string' },
          description: 'Only together with namespaces that are named in full'
        },
        containers: { ...names, description: 'Findings about these containers alone' }
      },
      additionalProperties: false,
      description: 'Which objects are meant: all that is given has to fit, and * in a name stands for any characters'
    },
    reason: { type: 'string' },
    owner: { type: 'string', description: 'Who answers for it' },
    expires: { type: 'string', description: 'The last day on which it counts, in UTC, or a moment as in RFC 3339' }
  },
  required: ['controls', 'selector', 'reason', 'owner', 'expires'],
  additionalProperties: false
}

const evidence: Shape = {
  type: 'object',
  properties: {
    framework: { type: 'string', description: 'Its name, without a version' },
    item: { type: 'string', description: 'The id of the item in it' },
    evidence: { type: 'string', description: 'What shows it: a document, a ticket, a contract' },
    owner: { type: 'string', description: 'Who says so' },
    recorded: { type: 'string', description: 'The day on which it was looked at' },
    expires: { type: 'string', description: 'The last day on which it counts' },
    answer: { type: 'string', enum: ['met', 'not-met'], description: 'Default: met' }
  },
  required: ['framework', 'item', 'evidence', 'owner', 'recorded', 'expires'],
  additionalProperties: false
}

const since: Shape = { type: 'string', pattern: '^(\\d+\\.\\d+(\\.\\d+)?|never)$', examples: ['"3.1"', 'never'] }
const sinceByName: Shape = { type: 'object', additionalProperties: since }

const rtf: Shape & { readonly description: string } = {
  type: 'object',
  properties: {
    version: {
      type: 'string',
      pattern: '^v?\\d+\\.\\d+(\\.\\d+)?$',
      examples: ['"3.0.277"'],
      description: 'The version that is installed, where no object shows it'
    },
    region: { type: 'string', description: 'Region of the control plane, such as us or eu' },
    assume: {
      type: 'object',
      properties: Object.fromEntries(
        openQuestions
          .filter(({ answers }) => answers.length > 0)
          .map(({ id, question, answers, assumed }) => [
            id,
            { type: 'string', enum: answers, description: `${question} Default: ${assumed}` }
          ])
      ),
      additionalProperties: false,
      description: 'Answers to what the documentation leaves open'
    },
    templateKeys: {
      ...sinceByName,
      description: 'Keys below spec of a KubernetesTemplate, each with the version since which it works, or never'
    },
    applicationKeys: { ...sinceByName, description: 'The same for MuleApplication' },
    fixedFields: {
      ...sinceByName,
      description: 'Fields of containers that Runtime Fabric sets itself, such as securityContext.capabilities'
    },
    kubernetes: {
      type: 'object',
      additionalProperties: { type: 'string', pattern: '^1\\.\\d+(-1\\.\\d+)?$', examples: ['1.32-1.35'] },
      description: 'Kubernetes versions that are supported, by the version of Runtime Fabric since which they are'
    },
    egress: {
      type: 'object',
      additionalProperties: {
        type: 'array',
        items: { type: 'string', pattern: '^[^:/\\s]+:\\d{1,5}$', examples: ['proxy.example:3128'] },
        minItems: 1
      },
      description: 'Hosts to be reached, by region, in place of those that are documented'
    },
    registries: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'Registries by region, in place of those that are documented'
    },
    applicationPorts: {
      type: 'array',
      items: { type: 'integer', minimum: 1, maximum: 65535 },
      minItems: 1,
      description: 'TCP ports of applications, in place of 8081, 8082 and 5701'
    },
    clusterRoles: { ...names, description: 'Further cluster roles of Runtime Fabric, without a suffix' },
    images: { ...names, description: 'Further images of Runtime Fabric, by the last part of their name' }
  },
  additionalProperties: false,
  description: 'What you know better of Anypoint Runtime Fabric than its documentation says'
}

const id: Shape = { type: 'integer', minimum: 1, maximum: 2_147_483_647 }
const folder: Shape = { type: 'string', pattern: '^(/[^/]+)+$', examples: ['/var/cache/shop'] }

const image: Shape = {
  type: 'object',
  properties: {
    match: {
      type: 'string',
      pattern: '^[^\\s:]+(:[^\\s]+)?$',
      examples: ['registry.example/shop/api', 'registry.example/shop/api:2.*'],
      description: 'Images as in trustedRegistries, with a tag where only some are meant; the first that fits counts'
    },
    user: { ...id, description: 'The number of the user to run it as' },
    group: { ...id, description: 'The number of its primary group' },
    writable: {
      type: 'array',
      items: {
        oneOf: [
          folder,
          {
            type: 'object',
            properties: {
              path: folder,
              holds: {
                type: 'string',
                enum: ['scratch', 'data'],
                description: 'data has to outlive the pod. Default: scratch'
              }
            },
            required: ['path'],
            additionalProperties: false
          }
        ]
      },
      description: 'All folders that it writes; none where the list is empty'
    },
    capabilities: {
      type: 'array',
      items: { type: 'string', pattern: '^(?!CAP_)[A-Z][A-Z_]*$', examples: ['NET_BIND_SERVICE'] },
      description: 'All capabilities that it needs as that user; none where the list is empty'
    }
  },
  required: ['match'],
  additionalProperties: false
}

/** Every key, in the order of `bulwark init`. */
export const configKeys: Readonly<Record<string, ConfigKey>> = {
  frameworks: {
    shape: {
      type: 'array',
      items: { type: 'string' },
      minItems: 1,
      description: 'Frameworks to judge by, each NAME or NAME@VERSION. Default: guide and pss-restricted'
    },
    example: 'frameworks: [guide, pss-restricted]'
  },
  kubeVersion: {
    shape: {
      type: 'string',
      pattern: '^v?1\\.\\d+(\\.\\d+)?$',
      examples: ['1.34'],
      description: 'Kubernetes version of the cluster, in quotes. Default: the newest known'
    },
    example: 'kubeVersion: "1.37"'
  },
  failOn: {
    shape: {
      type: 'string',
      enum: failOnLevels,
      description: 'A scan ends with exit code 1 from this severity on. Default: high'
    },
    example: 'failOn: high'
  },
  profile: {
    shape: {
      type: 'string',
      enum: profiles.map(({ name }) => name),
      description: 'Who operates the control plane in your place, for reports by framework'
    },
    example: 'profile: eks'
  },
  exclude: {
    shape: {
      type: 'array',
      items: { type: 'string' },
      description: 'Files and folders that are not read, as patterns like those of .gitignore'
    },
    example: 'exclude: ["**/testdata/**"]'
  },
  controls: {
    shape: {
      type: 'array',
      items: { type: 'string' },
      minItems: 1,
      description: 'Files, or folders of files, with controls of your own, from the folder of this file'
    },
    example: 'controls: [hardening/controls]'
  },
  severities: {
    shape: {
      type: 'object',
      additionalProperties: { type: 'string', enum: severities },
      description: "Severities to use instead of the controls' own, by control"
    },
    example: 'severities:\n  image-tag-latest: high'
  },
  trustedRegistries: {
    shape: {
      type: 'array',
      items: { type: 'string' },
      minItems: 1,
      description:
        'Registries and repositories whose images may run, such as registry.example or docker.io/library; * stands for a part of a name'
    },
    example: 'trustedRegistries: [registry.example, "*.registry.example/shop", docker.io/library]'
  },
  images: {
    shape: {
      type: 'array',
      items: image,
      description: 'What your own images need, so that a fix keeps them working; it beats what is known of an image'
    },
    example: `images:
  - match: registry.example/shop/*
    user: 10001
    group: 10001
    writable: [/tmp, {path: /var/lib/shop, holds: data}]
    capabilities: []`
  },
  workloads: {
    shape: {
      type: 'array',
      items: workload,
      description: 'Further kinds that hold a pod spec, such as custom resources, and where it stands in them'
    },
    example: 'workloads:\n  - apiVersion: argoproj.io/v1alpha1\n    kind: Rollout\n    path: spec.template.spec'
  },
  rtf: {
    shape: rtf,
    example: 'rtf:\n  version: "3.0.277"\n  region: eu\n  assume: {automount-token: settable}'
  },
  exceptions: {
    shape: {
      type: 'array',
      items: exception,
      description: 'Findings that are tolerated for a time; they stay in every report, marked'
    },
    example: `exceptions:
  - id: log-shipper
    controls: [host-path-volume]
    selector: {namespaces: [logging], kinds: [DaemonSet], names: [log-shipper]}
    reason: reads the logs of its node; moves to the node's own agent with the next cluster
    owner: platform-team@shop.example
    expires: 2027-03-31`
  },
  evidence: {
    shape: {
      type: 'array',
      items: evidence,
      description: 'Answers to items of frameworks that no object of a cluster can show (bulwark report)'
    },
    example: `evidence:
  - framework: guide
    item: supply.insiders
    evidence: access review of the second quarter, ticket SEC-214
    owner: security@shop.example
    recorded: 2026-11-02
    expires: 2027-05-02`
  }
}

/** The whole file. */
export const configShape: Shape = {
  type: 'object',
  properties: Object.fromEntries(Object.entries(configKeys).map(([name, { shape }]) => [name, shape])),
  additionalProperties: false
}
