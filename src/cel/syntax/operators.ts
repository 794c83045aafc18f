/** The functions that operators stand for, in cel-go's names. */

export const relationOperators: Readonly<Record<string, string>> = {
  '<': '_<_',
  '<=': '_<=_',
  '>=': '_>=_',
  '>': '_>_',
  '==': '_==_',
  '!=': '_!=_',
  in: '@in'
}

export const productOperators: Readonly<Record<string, string>> = { '*': '_*_', '/': '_/_', '%': '_%_' }

export const sumOperators: Readonly<Record<string, string>> = { '+': '_+_', '-': '_-_' }

/** Words that cannot name a variable or a global function, though they can name fields. */
export const reservedWords: ReadonlySet<string> = new Set(
  'as break const continue else for function if import let loop package namespace return var void while'.split(' ')
)
