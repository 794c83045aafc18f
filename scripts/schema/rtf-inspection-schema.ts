import { inspectionSchemaVersion } from '../../src/report/rtf/inspection-json.ts'
import { count, inputError, list, record, text, textOrNull, texts, yes } from './schema-parts.ts'

const object = record('One object.', {
  apiVersion: text('Its type.'),
  kind: text('Its kind.'),
  namespace: textOrNull('Its namespace.'),
  name: textOrNull('Its name.'),
  file: textOrNull('Null for a live object.')
})

const agent = {
  ...object,
  description: "The agent's Deployment; null where it was not read.",
  type: ['object', 'null']
}

const fabric = record('One instance of Runtime Fabric.', {
  namespace: text('Of the agent.'),
  shownBy: texts('What shows that it is there.'),
  agent,
  version: textOrNull('Installed version; null where nothing shows it.'),
  versionShownBy: textOrNull('What shows it.'),
  versionNote: textOrNull('Set where that version is not among those whose documentation was read.'),
  region: textOrNull('Region of the control plane.'),
  regionShownBy: textOrNull('What shows it.'),
  components: list(
    record('A workload of Runtime Fabric itself.', {
      name: text('As the chart names it.'),
      kind: text('Its kind.'),
      replicas: count('As asked for.'),
      file: textOrNull('Null for a live object.')
    }),
    'Those that were read.'
  ),
  registries: list(
    record('A registry from which its images come.', {
      host: text('Host, with its port where one is named.'),
      kind: { enum: ['mulesoft', 'internal', 'own'], description: '`internal` is one that is not for customers.' },
      region: textOrNull('The control plane that it belongs to.'),
      containers: { type: 'integer', minimum: 1, description: 'How many containers run an image of it.' }
    }),
    'The most used first.'
  ),
  authorizedNamespaces: yes('The ConfigMap that limits the agent was read.'),
  actsEverywhere: texts('ClusterRoleBindings by which the agent may act in every namespace.'),
  namespaces: list(
    record('A namespace of applications.', {
      name: text('Its name.'),
      environment: textOrNull('Id of the Anypoint environment.'),
      organization: textOrNull('Id of the Anypoint organization.'),
      labelled: yes('Its label names this agent.'),
      workers: yes('Its label has the role workers.'),
      listed: { type: ['boolean', 'null'], description: 'The ConfigMap lists it; null where there is none.' },
      bound: yes("A RoleBinding there gives the agent's role.")
    }),
    'By name.'
  )
})

const application = record('One Mule application.', {
  name: text('Its name.'),
  namespace: textOrNull('Null where the manifest names none.'),
  route: { enum: ['runtime-manager', 'anypoint-controller'], description: 'How it was deployed.' },
  agentNamespace: textOrNull('Of the agent that manages it.'),
  runtime: textOrNull('Version of the Mule runtime.'),
  runtimeBuild: textOrNull('Its build, such as 9-java17.'),
  replicas: count('As asked for.'),
  deployment: textOrNull('The Deployment that was read.'),
  muleApplication: textOrNull('The MuleApplication that it follows.'),
  pods: texts('Live pods that were read.'),
  shownBy: { enum: ['pod', 'deployment', 'nothing'], description: 'What verdicts on it rest on.' },
  file: textOrNull('Null for a live object.'),
  settings: record('Whether it runs with what is asked for it.', {
    state: {
      enum: ['current', 'redeploy', 'undecided', 'pending', 'no-template', 'not-read'],
      description:
        '`redeploy`: it keeps its old settings until its next deployment; `undecided`: two templates ask for different things; `pending`: Anypoint Controller has not applied its MuleApplication'
    },
    askedBy: list(object, 'KubernetesTemplates, that of its namespace first, or its MuleApplication.'),
    missing: texts('Keys below spec whose values it does not show.'),
    untold: texts('Keys of which what was read does not tell.')
  })
})

const control = record('One control, and what the applications show of it.', {
  control: text('Its id.'),
  title: text('What it asks for.'),
  exposure: { enum: ['settable', 'fixed', 'not-exposed'], description: 'Who can set it on Runtime Fabric.' },
  key: textOrNull('Below spec of a KubernetesTemplate or MuleApplication.'),
  how: textOrNull('How it is set.'),
  applications: list(
    record('What one application shows.', {
      namespace: textOrNull('Its namespace.'),
      name: text('Its name.'),
      status: { enum: ['pass', 'fail', 'unknown'], description: 'Of its pods, the worst.' },
      containers: texts('The containers that fail, where one is meant.')
    }),
    'Those of which a pod or a Deployment was read.'
  )
})

const exception = record("An exception for what an agent's roles fall short of.", {
  id: text('How reports name it.'),
  controls: texts('Controls whose findings it covers.'),
  selector: {
    type: 'object',
    properties: {
      namespaces: texts('Where the objects are.'),
      kinds: texts('Their kinds.'),
      names: texts('Their names.')
    },
    required: ['kinds', 'names'],
    description: 'Which objects it is about.'
  },
  reason: text('Why, and what limits the agent.'),
  owner: { type: 'null', description: 'Whoever answers for it has to be named.' },
  expires: text('The last day on which it counts.')
})

const chartValue = record("Something wrong in values of the agent's chart.", {
  file: text('As named on the command line.'),
  line: { type: 'integer', minimum: 1 },
  column: { type: 'integer', minimum: 1 },
  path: text('The key.'),
  message: text('What is wrong and what to do.')
})

const unread = record('Objects that a live cluster did not give.', {
  kind: text('Their kind.'),
  namespace: textOrNull('Null for all namespaces.'),
  reason: text('Why.')
})

/** JSON Schema of `bulwark rtf inspect -o json`. */
export const rtfInspectionSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:bulwark:schema:rtf-inspection:${inspectionSchemaVersion}`,
  title: 'What `bulwark rtf inspect -o json` prints',
  ...record(
    'Fields may be added without a new schemaVersion; none is removed and none changes its meaning without one.',
    {
      schemaVersion: { const: inspectionSchemaVersion },
      definitions: texts("Definitions of Runtime Fabric's kinds that are installed."),
      fabrics: list(fabric, 'By the namespaces of their agents.'),
      applications: list(application, 'By namespace and name.'),
      controls: list(control, 'The controls of the guide and of Pod Security that are about pods.'),
      exceptions: list(exception, 'Ready for bulwark.yaml but for their owners.'),
      chartValues: list(chartValue, 'By file and line.'),
      errors: list(inputError, 'What could not be read.'),
      unread: list(unread, 'What the cluster did not give.')
    }
  )
}
