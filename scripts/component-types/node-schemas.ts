import type { OpenApiSchema } from '../kubernetes-types/openapi.ts'

/** What a scan of a node reports itself, in the group `node.bulwark.dev`. */
export const nodeSchemas: Readonly<Record<string, OpenApiSchema>> = {
  'dev.bulwark.node.v1.NodeFile': {
    type: 'object',
    properties: {
      path: { type: 'string' },
      role: { type: 'string' },
      /** Permission bits, as a number: 384 is 0600. */
      mode: { type: 'integer', format: 'int32' },
      owner: { type: 'string' },
      group: { type: 'string' },
      /** Organizations of the client certificate in a kubeconfig. */
      organizations: { type: 'array', items: { type: 'string' } }
    },
    'x-kubernetes-group-version-kind': [{ group: 'node.bulwark.dev', version: 'v1', kind: 'NodeFile' }]
  },
  'dev.bulwark.node.v1.NodeComponent': {
    type: 'object',
    properties: {
      component: { type: 'string' },
      /** The command line, its first word being the program. */
      command: { type: 'array', items: { type: 'string' } },
      /** What the file holds that `--config` names. */
      configuration: {}
    },
    'x-kubernetes-group-version-kind': [{ group: 'node.bulwark.dev', version: 'v1', kind: 'NodeComponent' }]
  }
}
