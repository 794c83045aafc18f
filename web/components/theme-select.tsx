import { useEffect, useState } from 'preact/hooks'
import { recall, remember } from './preferences.ts'

const themes = ['auto', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

/** Light, dark, or as the system has it; kept for the next time where the browser allows that. */
export function ThemeSelect() {
  const [theme, setTheme] = useState<Theme>(() => themes.find((name) => name === recall('theme')) ?? 'auto')
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    remember('theme', theme)
  }, [theme])
  return (
    <label class="theme">
      <span>Theme</span>
      <select
        value={theme}
        onChange={({ currentTarget }) => setTheme(themes.find((name) => name === currentTarget.value) ?? 'auto')}
      >
        {themes.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
