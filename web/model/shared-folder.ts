/** The folder that all of these files are in, with its slash; empty where there is none. */
export function sharedFolder(files: readonly string[]): string {
  const [first = ''] = files
  let shared = first.slice(0, first.lastIndexOf('/') + 1)
  for (const file of files) {
    while (!file.startsWith(shared)) shared = shared.slice(0, shared.lastIndexOf('/', shared.length - 2) + 1)
  }
  return shared
}
