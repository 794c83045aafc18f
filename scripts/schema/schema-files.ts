import { companionReportSchema } from './companion-report-schema.ts'
import { configSchema, controlSchema } from './config-schema.ts'
import { fixReportSchema } from './fix-report-schema.ts'
import { frameworkReportSchema } from './framework-report-schema.ts'
import { rtfHardeningSchema } from './rtf-hardening-schema.ts'
import { rtfInspectionSchema } from './rtf-inspection-schema.ts'
import { scanReportSchema } from './scan-report-schema.ts'

/** Every published schema: file name in `docs/schema` → its text. */
export const schemaFiles: ReadonlyMap<string, string> = new Map([
  ['scan-report.schema.json', fileText(scanReportSchema)],
  ['fix-report.schema.json', fileText(fixReportSchema)],
  ['companion-report.schema.json', fileText(companionReportSchema)],
  ['framework-report.schema.json', fileText(frameworkReportSchema)],
  ['rtf-inspection.schema.json', fileText(rtfInspectionSchema)],
  ['rtf-hardening.schema.json', fileText(rtfHardeningSchema)],
  ['control.schema.json', fileText(controlSchema)],
  ['bulwark-yaml.schema.json', fileText(configSchema)]
])

function fileText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}
