import { useEffect, useState } from 'preact/hooks'

/** Long enough that nothing is said with every key. */
const quietMilliseconds = 600

/** Says a text to screen readers once it has stopped changing. */
export function SettledStatus({ text }: { readonly text: string }) {
  const [said, setSaid] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), quietMilliseconds)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <p class="unseen" role="status">
      {said}
    </p>
  )
}
