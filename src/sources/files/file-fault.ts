const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'cannot be read: permission denied',
  EPERM: 'cannot be read: permission denied',
  ELOOP: 'symbolic links form a loop here: nothing was read through them',
  ENOTDIR: 'no such file: a part of the path is not a folder',
  EISDIR: 'is a folder',
  ENAMETOOLONG: 'the path is too long',
  EMFILE: 'cannot be read: too many open files'
}

/** What the operating system's refusal means to a user. */
export function fileFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? `cannot be read${code === '' ? '' : ` (${code})`}`
}

/** True where the file system says that nothing is there. */
export function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
