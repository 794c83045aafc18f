import type { Macro } from '../../declarations.ts'
import { loopVariable } from '../../macros/loop-variable.ts'

const input = '@__sortBy_input__'

/** `list.sortBy(e, key)` sorts the list by the keys that `list.map(e, key)` gives. */
export const sortByMacro: Macro = {
  name: 'sortBy',
  member: true,
  arity: 2,
  expand({ target, args: [variable, key], build }) {
    if (!target || !variable || !key) return undefined
    if (target.kind === 'literal' || target.kind === 'map' || target.kind === 'message') {
      return build.issue(
        target,
        'sortBy can only be applied to a list, identifier, comprehension, call or select expression'
      )
    }
    const name = loopVariable(variable, build, 'argument is not an identifier')
    if (typeof name !== 'string') return name
    const keys = build.listTransform({ range: build.identifier(input), variables: [name], transform: key })
    return build.binding(input, target, build.memberCall('@sortByAssociatedKeys', build.identifier(input), keys))
  }
}
