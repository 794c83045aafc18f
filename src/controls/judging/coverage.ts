/** How many pods of a namespace a rule is about: every one, a part of them, or none. */
export type Coverage = 'all' | 'some' | 'none'

const order: readonly Coverage[] = ['none', 'some', 'all']

/** Of several ways to be covered, the one that reaches furthest. */
export function widest(coverages: readonly Coverage[]): Coverage {
  return coverages.reduce<Coverage>((best, one) => (order.indexOf(one) > order.indexOf(best) ? one : best), 'none')
}

/** Of several conditions that all have to hold, what is left. */
export function narrowest(coverages: readonly Coverage[]): Coverage {
  return coverages.reduce<Coverage>((worst, one) => (order.indexOf(one) < order.indexOf(worst) ? one : worst), 'all')
}

/** What a rule is about once exceptions are taken from it. */
export function without(coverage: Coverage, taken: Coverage): Coverage {
  if (taken === 'all') return 'none'
  return taken === 'none' ? coverage : narrowest([coverage, 'some'])
}
