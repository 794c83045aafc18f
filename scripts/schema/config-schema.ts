import { controlShape } from '../../src/config/control-shape.ts'
import { configShape } from '../../src/config/keys.ts'

/** JSON Schema of `bulwark.yaml`: the very shape that reading it goes by. */
export const configSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:bulwark:schema:config:1',
  title: 'bulwark.yaml',
  description: 'Configuration of Bulwark. Every key may be left out; the command line beats what is here.',
  ...configShape
}

/** JSON Schema of a control of a user's own, as a document of YAML. */
export const controlSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:bulwark:schema:control:1',
  title: 'A control of your own',
  description: 'Named under `controls` in bulwark.yaml. Its examples are its tests: bulwark scan --test-controls.',
  ...controlShape
}
