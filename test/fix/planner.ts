import { compileRule } from '../../src/controls/compile-rule.ts'
import type { Control } from '../../src/controls/control.ts'
import { newestMinor } from '../../src/controls/kubernetes-version.ts'
import { registry } from '../../src/controls/registry.ts'
import { builtInWorkloads } from '../../src/estate/workload-kinds.ts'
import { Conditions } from '../../src/fix/condition.ts'
import { imageFacts } from '../../src/fix/images/image-facts.ts'
import type { Knowledge } from '../../src/fix/knowledge.ts'
import { ObjectPlanner } from '../../src/fix/plan/object-planner.ts'
import { buildPlan } from '../../src/scan/build-plan.ts'
import { implicationsOf } from '../../src/scan/implied.ts'
import { ObjectJudge } from '../../src/scan/object-judge.ts'

/** A user who takes every fix and answers every question. */
const willing: Knowledge = {
  ceiling: 'breaking',
  choices: {
    user: null,
    group: null,
    writable: [{ container: null, path: '/tmp' }],
    requests: { cpu: '100m', memory: '128Mi' },
    limits: { cpu: '1', memory: '512Mi' }
  },
  imageFacts,
  isAccountRead: () => true
}

/** A planner that judges by these controls alone. */
export function plannerFor(
  controls: readonly Control[],
  minor = newestMinor,
  knowledge: Partial<Knowledge> = {}
): ObjectPlanner {
  const plan = buildPlan({
    frameworks: [],
    controls,
    only: new Set(controls.map(({ id }) => id)),
    minor,
    severities: {},
    lowest: 'low',
    compile: compileRule
  })
  return new ObjectPlanner({
    judge: new ObjectJudge(plan, builtInWorkloads),
    conditions: new Conditions(compileRule),
    implications: implicationsOf(plan.controls),
    controlOf: (id) => registry.find(id),
    knowledge: { ...willing, ...knowledge }
  })
}
