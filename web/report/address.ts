import { effect } from '@preact/signals'
import { viewFromHash, viewToHash } from '../model/view.ts'
import { hasRoomForFinding } from './layout.ts'
import type { ReportState } from './report-state.ts'

/** Marks the entry of the history at which a finding was opened over the page. */
const opened = 'finding'

/**
 * Keeps the view in the address, and follows the address when the reader goes back or changes it. What is typed and
 * chosen makes no history, but a finding that opens over the page does: there, going back means closing it.
 */
export function followAddress(state: ReportState): void {
  state.view = viewFromHash(location.hash)
  const follow = (): void => {
    if (location.hash !== hashOf(state)) state.view = viewFromHash(location.hash)
  }
  addEventListener('hashchange', follow)
  addEventListener('popstate', follow)
  let wasOpen = state.chosen.peek() !== null
  effect(() => {
    const hash = hashOf(state)
    const isOpen = state.chosen.value !== null
    const [opens, closes] = [isOpen && !wasOpen, !isOpen && wasOpen]
    wasOpen = isOpen
    if (location.hash === hash) return
    if (closes && history.state === opened) history.back()
    else if (opens && !hasRoomForFinding.peek()) history.pushState(opened, '', hash)
    else history.replaceState(history.state, '', hash === '' ? '#' : hash)
  })
}

function hashOf(state: ReportState): string {
  const hash = viewToHash(state.view)
  return hash === '' ? '' : `#${hash}`
}
