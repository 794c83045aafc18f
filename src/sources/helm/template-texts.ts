import { type SourceText, SourceTexts } from '../rendered/source-text.ts'
import { firstBranchesOf, lastBranchesOf, skeletonOf } from './skeleton.ts'

/** Templates as YAML: with all of their text, and where that says a thing twice, with one branch of each condition. */
export class TemplateTexts {
  readonly #whole = new SourceTexts(skeletonOf)
  readonly #branches = [new SourceTexts(firstBranchesOf), new SourceTexts(lastBranchesOf)]

  /** The likeliest to hold an object first; none where the file cannot be read. */
  read(file: string): readonly SourceText[] {
    const whole = this.#whole.read(file)
    if (whole === null) return []
    if (whole.documents.every(({ problems }) => problems.length === 0)) return [whole]
    return [whole, ...this.#branches.flatMap((texts) => texts.read(file) ?? [])]
  }
}
