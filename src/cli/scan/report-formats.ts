/** What `scan -o` writes; `report-makers.ts` has the code for each. */
export const reportFormats = [
  'text',
  'json',
  'sarif',
  'junit',
  'markdown',
  'csv',
  'html',
  'openreports',
  'policyreport'
] as const
export type ReportFormat = (typeof reportFormats)[number]
