/** Pieces of JSON schemas, each with what it means to a reader. */
export const text = (description: string) => ({ type: 'string', description })
export const textOrNull = (description: string) => ({ type: ['string', 'null'], description })
export const texts = (description: string) => ({ type: 'array', items: { type: 'string' }, description })
export const yes = (description: string) => ({ type: 'boolean', description })
export const count = (description: string) => ({ type: ['integer', 'null'], minimum: 0, description })

/** An object of which every field is there. */
export function record(description: string, properties: Readonly<Record<string, object>>) {
  return { type: 'object', properties, required: Object.keys(properties), description }
}

export function list(items: object, description: string) {
  return { type: 'array', items, description }
}

export const inputError = record('Something that could not be read as it should be.', {
  file: text('As named on the command line.'),
  line: { type: ['integer', 'null'], minimum: 1 },
  column: { type: ['integer', 'null'], minimum: 1 },
  message: text('What is wrong and what to do.')
})
