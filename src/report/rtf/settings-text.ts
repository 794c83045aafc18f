import type { Resource } from '../../estate/resource.ts'
import type { Paint } from '../paint.ts'
import { printable } from '../printable.ts'
import { wrap } from '../text/wrap.ts'
import type { InspectedApplication } from './inspection.ts'

const notes = {
  redeploy: {
    title: 'To be redeployed: a template counts from the next deployment on and never touches what runs',
    of: (asking: string) => `does not show what ${asking} asks for:`
  },
  undecided: {
    title:
      'Undecided: two templates differ, and which one counts is not documented (rtf.assume.template-precedence says so)',
    of: (asking: string) => `does not show all that ${asking} ask for:`
  },
  pending: {
    title: 'Not applied yet: Anypoint Controller changes the Deployment within a minute, or its status says why not',
    of: (asking: string) => `does not show what ${asking} asks for:`
  }
} as const

/** Of applications that do not show what is asked for them, which settings they lack. */
export function* settingsBlocks(
  applications: readonly InspectedApplication[],
  paint: Paint,
  width: number | null
): Generator<string> {
  for (const [state, { title, of }] of Object.entries(notes)) {
    const own = applications.filter(({ freshness }) => freshness.state === state)
    if (own.length === 0) continue
    yield `${wrap(title, width).map(paint.bold).join('\n')}\n\n`
    for (const { application, freshness } of own) {
      const name = application.namespace === null ? application.name : `${application.namespace}/${application.name}`
      const asking = freshness.asking.map(objectName).join(' and ')
      yield `  ${printable(`${name} ${of(asking)}`)}\n`
      for (const key of freshness.missing) yield `    ${printable(key)}\n`
    }
    yield '\n'
  }
}

function objectName({ kind, namespace, name }: Resource): string {
  return namespace === null ? `${kind} ${name}` : `${kind} ${namespace}/${name}`
}
