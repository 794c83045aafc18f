/** What a page is made of. */
export function Colophon({ version }: { readonly version: string }) {
  return (
    <p>
      Written by Bulwark {version}. This file holds everything that it shows and asks nobody for anything. It contains
      Preact, © 2015 to present Jason Miller, under the MIT licence.
    </p>
  )
}
