import { hardeningSchemaVersion } from '../../src/report/rtf/hardening-json.ts'
import { inputError, list, record, text, textOrNull, texts, yes } from './schema-parts.ts'

const remarks = (description: string) =>
  list(
    record('A key and what is to be said about it.', {
      key: text('From the root of the object.'),
      remark: text('In one line.')
    }),
    description
  )

const plan = {
  set: remarks('Keys that are set or taken away, and what for.'),
  left: remarks('Settings of the guide that cannot be made, and why.'),
  ineffective: remarks('Keys that are there and have no effect.')
}

const named = record('An object by its name.', {
  namespace: textOrNull('Its namespace.'),
  name: text('Its name.')
})

const newTemplate = {
  ...record('The KubernetesTemplate that is made; null where there is one.', plan),
  type: ['object', 'null']
}

const fabric = record('One instance of Runtime Fabric.', {
  namespace: text('Of the agent.'),
  version: text('The version whose keys are written.'),
  newTemplate,
  objects: list(
    record('A KubernetesTemplate or a MuleApplication that is there.', {
      kind: text('Its kind.'),
      namespace: textOrNull('Its namespace.'),
      name: textOrNull('Its name.'),
      file: textOrNull('Null for a live object.'),
      ...plan
    }),
    'Templates first.'
  ),
  redeployed: list(
    named,
    'Applications of Runtime Manager, which take a new template only when they are deployed again.'
  ),
  policies: list(named, 'Network policies that are not there yet.'),
  kept: texts('Network policies of these names are there and stay, as `namespace/name`.')
})

const cover = record('What holds applications to controls that no template can meet.', {
  level: {
    enum: ['baseline', 'restricted', null],
    description: 'A level of Pod Security; null for a policy of its own.'
  },
  controls: texts('Their ids.')
})

const file = record('What becomes of one file.', {
  file: text('As the user named it, or where it is made.'),
  isNew: yes('It is made.'),
  diff: text('Unified, as git apply takes it.')
})

/** JSON Schema of `bulwark rtf template -o json`. */
export const rtfHardeningSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:bulwark:schema:rtf-hardening:${hardeningSchemaVersion}`,
  title: 'What `bulwark rtf template -o json` prints',
  ...record(
    'Fields may be added without a new schemaVersion; none is removed and none changes its meaning without one.',
    {
      schemaVersion: { const: hardeningSchemaVersion },
      fabrics: list(fabric, 'By the namespaces of their agents.'),
      admission: list(cover, 'By the level of Pod Security that asks for the controls.'),
      files: list(file, 'Changed files by their names, then new ones. Empty for a live cluster.'),
      problems: texts('What could not be written, and why.'),
      errors: list(inputError, 'What could not be read.')
    }
  )
}
