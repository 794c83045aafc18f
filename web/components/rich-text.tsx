/** Text in which what stands between backticks is code. */
export function RichText({ text }: { readonly text: string }) {
  const parts = text.split('`')
  return <>{parts.map((part, index) => (index % 2 === 1 ? <code key={`${index}:${part}`}>{part}</code> : part))}</>
}
