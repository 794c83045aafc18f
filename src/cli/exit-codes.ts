/** What the exit code says; the highest that applies. */
export const exitCodes = {
  clean: 0,
  /** Findings at or above what `--fail-on` says. */
  findings: 1,
  /** A mistake of the user's, or input that could not be read; what could be was still scanned. */
  userMistake: 2,
  ownFault: 3
} as const
