/** What rules call a flag: `--audit-log-maxage` is `auditLogMaxage`. */
export function settingName(flag: string): string {
  return flag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
