/** A mistake of the user's that ends the command: shown as its message alone, exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError'
}
