import { Estate } from '../estate/estate.ts'
import { type Gathered, gatherResources } from '../estate/gather.ts'
import { podViews } from '../estate/workload.ts'
import { parseYaml } from '../yaml/parse.ts'

/** The estate of some manifests, as files would give it. */
export function estateOf(...manifests: readonly string[]): Estate {
  const estate = new Estate()
  for (const [index, manifest] of manifests.entries()) {
    const into: Gathered = { resources: [], faults: [] }
    for (const document of parseYaml(manifest)) {
      gatherResources(document.value, { file: `${index}.yaml`, document: document.index, prefix: [] }, into)
    }
    for (const resource of into.resources) estate.add(resource, podViews(resource))
  }
  return estate
}

/** A namespace of applications. */
export function workerNamespace(name: string, agent: string, environment = 'e1'): string {
  return `---
apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels:
    rtf.mulesoft.com/agentNamespace: ${agent}
    rtf.mulesoft.com/envId: ${environment}
    rtf.mulesoft.com/role: workers
`
}

/** The agent's Deployment. */
export function agent(
  namespace: string,
  image = 'rtf-runtime-registry.kprod.msap.io/mulesoft/rtf-agent:v3.0.277'
): string {
  return `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: agent
  namespace: ${namespace}
spec:
  replicas: 1
  template:
    spec:
      serviceAccountName: rtf-agent
      containers:
        - name: rtfd
          image: ${image}
`
}

/** The Deployment of a Mule application. */
export function application(
  { namespace, name, id = name }: { readonly namespace: string; readonly name: string; readonly id?: string },
  podSpec = ''
): string {
  return `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    rtf.mulesoft.com/id: ${id}
spec:
  replicas: 2
  template:
    metadata:
      labels:
        rtf.mulesoft.com/id: ${id}
    spec:
      containers:
        - name: app
          image: rtf-runtime-registry.kprod.msap.io/mulesoft/poseidon-runtime-4.9.20:9-java17
${podSpec}`
}
