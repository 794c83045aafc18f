import type { ScanResult } from '../../scan/scan.ts'

/** What of the input could not be read. */
export type InspectionInput = Pick<ScanResult, 'errors' | 'skipped' | 'unread'>
