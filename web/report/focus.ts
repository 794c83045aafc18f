/** Moves the focus to the heading of the finding shown in full, once it is drawn. */
export function focusFinding(): void {
  requestAnimationFrame(() => document.getElementById('finding')?.focus())
}

/** Moves the focus to the list: to the finding that is chosen, or the first. */
export function focusList(): void {
  focusOn('.list a[tabindex="0"]')
}

/** Moves the focus to the search field. */
export function focusSearch(): void {
  focusOn('.search input')
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus()
}
