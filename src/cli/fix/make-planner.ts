import { ruleCompiler } from '../../controls/rule-compiler.ts'
import { workloadKinds } from '../../estate/workload-kinds.ts'
import { Conditions } from '../../fix/condition.ts'
import type { Knowledge } from '../../fix/knowledge.ts'
import { ObjectPlanner } from '../../fix/plan/object-planner.ts'
import { implicationsOf } from '../../scan/implied.ts'
import { ObjectJudge } from '../../scan/object-judge.ts'
import type { Plan } from '../../scan/plan.ts'
import type { LoadedConfig } from '../config-file.ts'

/** What plans the fixes of objects that were judged by `plan`. */
export async function makePlanner(
  plan: Plan,
  { config, registry }: LoadedConfig,
  knowledge: Knowledge
): Promise<ObjectPlanner> {
  const controls = new Map(plan.controls.map((control) => [control.id, control]))
  return new ObjectPlanner({
    judge: new ObjectJudge(plan, workloadKinds(config.workloads ?? [])),
    conditions: new Conditions(await ruleCompiler(registry.controls)),
    implications: implicationsOf(plan.controls),
    controlOf: (id) => controls.get(id),
    knowledge
  })
}
