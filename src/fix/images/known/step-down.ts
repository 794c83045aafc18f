/** What an entrypoint needs as root to make a folder of data its user's and then become that user. */
export const stepDown: readonly string[] = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID']
