import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface SheetProps {
  readonly label: string
  /** What it shows, by number: another is read from its top. */
  readonly content?: number
  readonly children: ComponentChildren
  onClose(): void
}

/** A dialog over the page: the browser keeps the keyboard in it, closes it on Escape and gives the focus back. */
export function Sheet({ label, content, children, onClose }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  useEffect(() => {
    if (content !== undefined) dialog.current?.scrollTo(0, 0)
  }, [content])
  return (
    <dialog class="sheet" ref={dialog} aria-label={label} onClose={onClose}>
      <div class="sheet-bar">
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {children}
    </dialog>
  )
}
