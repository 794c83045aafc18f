/** Writes every file that is derived from sources: `make generate`. */
// One after the other: the rest reads the list of controls that the first writes.
await import('./generate-controls.ts')
await import('./generate-schemas.ts')
await import('./generate-coverage.ts')
await import('./generate-cluster-kinds.ts')
await import('./generate-images.ts')
await import('./generate-rtf-statements.ts')
await import('./generate-walk-through.ts')
await import('./generate-examples.ts')
