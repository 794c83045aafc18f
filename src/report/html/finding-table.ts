import type { AppliedException, ContainerIdentity, Finding } from '../../scan/finding.ts'
import { printable } from '../printable.ts'
import type { SourceLines } from '../text/source-lines.ts'
import { Interner } from './interner.ts'
import { ObjectTable } from './object-table.ts'
import { PlaceTable } from './place-table.ts'
import type { FindingColumns, StatusName } from './report-data.ts'
import { TextTable } from './text-table.ts'

const statuses: readonly StatusName[] = ['fail', 'unknown', 'excepted', 'known', 'pass']

const joinedAtOnce = 1 << 14

/** Digits of a fingerprint. */
const fingerprintLength = 16

/** Findings as columns of numbers, so that tens of thousands of them fit into a page. */
export class FindingTable {
  readonly texts = new TextTable()
  readonly objects = new ObjectTable(this.texts)
  readonly places: PlaceTable
  readonly controls = new Interner<Finding>(({ control }) => control)
  readonly containers = new Interner<ContainerIdentity>(JSON.stringify)
  readonly exceptions = new Interner<AppliedException>(JSON.stringify)
  readonly maps = new Interner<Finding['maps']>(JSON.stringify)
  readonly fails = new Interner<Finding['fails']>(JSON.stringify)
  readonly #mapsBefore = new WeakMap<Finding['maps'], number>()
  readonly #failsBefore = new WeakMap<Finding['fails'], number>()
  readonly #columns = {
    control: [] as number[],
    status: [] as number[],
    objectStep: [] as number[],
    placeStep: [] as number[],
    container: [] as number[],
    path: [] as number[],
    where: [] as number[],
    message: [] as number[],
    maps: [] as number[],
    fails: [] as number[],
    reasons: [] as (readonly [number, number])[],
    excepted: [] as (readonly [number, number])[]
  }
  /** Joined now and then: so many small texts would cost more than they hold. */
  #fingerprints: string[] = []
  #length = 0
  #lastObject = 0
  #lastPlace = 0

  constructor(source: SourceLines) {
    this.places = new PlaceTable(this.texts, source)
  }

  get length(): number {
    return this.#length
  }

  add(finding: Finding): void {
    const columns = this.#columns
    const object = this.objects.indexOf(finding)
    const place = this.places.indexOf(finding)
    const { where, rest } = messageParts(finding)
    columns.control.push(this.controls.indexOf(finding))
    columns.status.push(statuses.indexOf(finding.baseline === true ? 'known' : finding.status))
    columns.objectStep.push(object - this.#lastObject)
    columns.placeStep.push(place - this.#lastPlace)
    columns.container.push(this.#container(finding))
    columns.path.push(this.texts.indexOf(finding.path))
    columns.where.push(this.texts.indexOf(where))
    columns.message.push(this.texts.indexOf(rest))
    columns.maps.push(indexOnce(this.#mapsBefore, this.maps, finding.maps))
    columns.fails.push(indexOnce(this.#failsBefore, this.fails, finding.fails))
    if (finding.reason !== null) columns.reasons.push([this.length, this.texts.indexOf(finding.reason)])
    if (finding.exception !== null) columns.excepted.push([this.length, this.#exception(finding.exception)])
    this.#fingerprints.push(finding.fingerprint.padStart(fingerprintLength, '0').slice(-fingerprintLength))
    if (++this.#length % joinedAtOnce === 0) this.#fingerprints = [this.#fingerprints.join('')]
    this.#lastObject = object
    this.#lastPlace = place
  }

  #container({ container }: Finding): number {
    if (container === null) return 0
    const { name, type } = container
    return 1 + this.containers.indexOf({ name: name === null ? null : printable(name), type })
  }

  #exception({ id, reason, owner, expires }: AppliedException): number {
    const shown = { id: printable(id), reason: printable(reason), owner: printable(owner), expires: printable(expires) }
    return this.exceptions.indexOf(shown)
  }

  get columns(): FindingColumns {
    return { ...this.#columns, count: this.length, statuses, fingerprints: this.#fingerprints.join('') }
  }
}

/** The scan gives equal sets as the same object most times: then nothing has to be compared. */
function indexOnce<Value extends object>(
  before: WeakMap<Value, number>,
  interner: Interner<Value>,
  value: Value
): number {
  let index = before.get(value)
  if (index === undefined) {
    index = interner.indexOf(value)
    before.set(value, index)
  }
  return index
}

function messageParts({ message, where }: Finding): { readonly where: string; readonly rest: string } {
  return message.startsWith(`${where} `)
    ? { where, rest: message.slice(where.length + 1) }
    : { where: '', rest: message }
}
