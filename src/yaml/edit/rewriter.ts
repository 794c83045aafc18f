import type { YamlDocument } from '../document.ts'
import type { AliasNode, ContentNode, YamlNode } from '../nodes.ts'
import type { YamlMapping } from '../own-property.ts'
import { type Aliases, aliasesOf, aliasFromOutside } from './aliases.ts'
import type { Draft } from './changed.ts'
import { equal } from './equal.ts'
import { at, changedKeys, isMapping } from './mappings.ts'
import { Pen, type Refusal } from './pen.ts'
import { replaceAlias, replaceNode } from './replace.ts'
import { rewriteList } from './rewrite-list.ts'
import { rewriteMapping } from './rewrite-mapping.ts'
import { type Rewriting, shared } from './rewriting.ts'
import { Sharing } from './sharing.ts'
import type { Site } from './site.ts'
import type { Splice } from './splices.ts'

/** Finds the splices that turn the text of one value into that of another, node by node. */
export class Rewriter implements Rewriting {
  readonly pen: Pen
  readonly draft: Draft
  readonly sharing: Sharing
  readonly #aliases: Aliases

  /**
   * @param root The node of the document's value, or of a part of it.
   * @param draft The value wanted, as a draft of what stands there.
   */
  constructor(
    text: string,
    { value: old, format, start }: YamlDocument,
    root: YamlNode,
    draft: Draft,
    site: Site = { kind: 'root' }
  ) {
    this.pen = new Pen(text, start, root, format === 'json')
    this.draft = draft
    this.#aliases = aliasesOf(text, root)
    this.sharing = new Sharing(this.#aliases, root, old, draft.root)
    this.value(root, old, draft.root, site)
  }

  get splices(): readonly Splice[] {
    return this.pen.splices
  }

  get refusals(): readonly Refusal[] {
    return this.pen.refusals
  }

  value(node: YamlNode, old: unknown, wanted: unknown, site: Site): void {
    if (old === wanted || equal(old, wanted)) return
    if (node.kind === 'alias') this.#alias(node, old, wanted, site)
    else if (!this.sharing.isShared(node) || this.sharing.agree(node, wanted)) this.#content(node, old, wanted, site)
    else if (node.kind === 'mapping' && node.pairs.length > 0 && isMapping(old) && isMapping(wanted))
      rewriteMapping(this, node, old, wanted, site)
    else this.pen.refuse(shared, node.start)
  }

  #content(node: ContentNode, old: unknown, wanted: unknown, site: Site): void {
    if (node.kind === 'mapping' && isMapping(old) && isMapping(wanted)) rewriteMapping(this, node, old, wanted, site)
    else if (node.kind === 'sequence' && Array.isArray(old) && Array.isArray(wanted))
      rewriteList(this, node, old, wanted, site)
    else this.replace(node, wanted, site)
  }

  /** An anchor that all its users want to change alike is changed where it stands; else the alias makes way. */
  #alias(node: AliasNode, old: unknown, wanted: unknown, site: Site): void {
    if (this.sharing.agree(node.target, wanted)) return
    if (isMapping(old) && isMapping(wanted)) {
      const own = this.#ownEntries(node.target, old, wanted)
      if (own.length > 0) replaceAlias(this.pen, node, own, site)
    } else if (Array.isArray(old) && Array.isArray(wanted)) this.pen.refuse(shared, node.start)
    else this.replace(node, wanted, site)
  }

  /** What a mapping needs beside the one of an anchor, to be what is wanted. */
  #ownEntries(target: ContentNode, old: YamlMapping, wanted: YamlMapping): [string, unknown][] {
    const own: [string, unknown][] = []
    for (const key of changedKeys(old, wanted))
      this.pen.step(key, () => {
        const value = at(wanted, key)
        if (this.sharing.agreeOnKey(target, key, value)) return
        if (Object.hasOwn(wanted, key)) own.push([key, this.draft.settled(value)])
        else this.pen.refuse(shared, target.start)
      })
    return own
  }

  replace(node: YamlNode, wanted: unknown, site: Site): void {
    const user = this.userOf(childrenOf(node))
    if (user !== undefined) {
      this.pen.refuse(shared, user.start)
      return
    }
    const anchor = node.kind !== 'alias' && this.sharing.isShared(node) ? node.anchor : ''
    replaceNode(this.pen, node, this.draft.settled(wanted), site, anchor)
  }

  userOf(nodes: readonly YamlNode[]): AliasNode | undefined {
    return aliasFromOutside(nodes, this.#aliases, (alias) => this.sharing.stays(alias))
  }
}

function childrenOf(node: YamlNode): readonly YamlNode[] {
  if (node.kind === 'mapping') return node.pairs.flatMap(({ key, value }) => [key, value])
  return node.kind === 'sequence' ? node.items : []
}
