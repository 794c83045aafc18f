import { mediaSignal } from '../components/media.ts'

/** Room for the finding beside the list; else it opens over the page. The style sheet has the same widths. */
export const hasRoomForFinding = mediaSignal('(min-width: 62rem)')

/** Room for the filters beside the list. */
export const hasRoomForFilters = mediaSignal('(min-width: 82rem)')
