import type { ScanResult } from '../scan/scan.ts'
import { documentText, placeText, unreadText } from './input-place.ts'

/** Input of which not all was judged. */
export interface InputTrouble {
  /** For people. */
  readonly place: string
  readonly message: string
  /** `unread` is what the cluster did not give: verdicts that need it are unknown. `error` is a mistake, exit code 2. */
  readonly kind: 'error' | 'unread'
}

/** What could not be read as it should be. A file that the user named and that holds nothing to judge counts, too. */
export function inputTroubles({ errors, skipped, unread }: ScanResult): readonly InputTrouble[] {
  return [
    ...errors.map(({ message, ...place }) => ({ place: placeText(place), message, kind: 'error' }) as const),
    ...skipped
      .filter(({ named }) => named)
      .map((each) => ({ place: documentText(each), message: `skipped: ${each.reason}`, kind: 'error' }) as const),
    ...unread.map((each) => ({ place: unreadText(each), message: each.reason, kind: 'unread' }) as const)
  ]
}
