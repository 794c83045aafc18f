import type { Framework } from './framework.ts'

/** The user's own controls, so that they can be asked for like any others. */
export const own: Framework = {
  name: 'own',
  versions: [],
  items: () => [],
  itemsOf: (control) => (control.own === true ? [control.id] : [])
}
