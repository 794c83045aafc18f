import { useState } from 'preact/hooks'
import { hasLetterKeys, setLetterKeys } from './keyboard.ts'

const keys: readonly (readonly [string, string])[] = [
  ['/', 'go to the search field'],
  ['↓ ↑ or j k', 'next and previous finding in the list'],
  ['Page Down, Page Up, Home, End', 'further in the list'],
  ['Enter', 'read the finding'],
  ['Escape', 'back to the list; in the search field, empty it']
]

/** Which keys do what; those of one letter can be turned off, since speech input and slips press them, too. */
export function KeyboardHelp() {
  const [areOn, setOn] = useState(hasLetterKeys())
  return (
    <details class="keys">
      <summary>Keyboard</summary>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input
          type="checkbox"
          checked={areOn}
          onChange={({ currentTarget: { checked } }) => {
            setLetterKeys(checked)
            setOn(checked)
          }}
        />{' '}
        Keys of one character (/ j k)
      </label>
    </details>
  )
}
