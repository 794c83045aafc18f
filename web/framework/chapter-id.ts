/** The place of a chapter in the page. */
export function chapterId(title: string | null): string {
  return `chapter-${(title ?? 'others').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
}
