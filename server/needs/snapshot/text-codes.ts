/** Most columns hold a few short texts over and over: those are recognised by their bytes, without making a string of them. */
const SLOTS = 256
const SHORT = 32

/** Numbers the different texts of a column, from 1, in the order in which they come. */
export class TextCodes {
  private readonly codes = new Map<string, number>()
  private readonly lengths = new Int32Array(SLOTS).fill(-1)
  private readonly kept = new Uint8Array(SLOTS * SHORT)
  private readonly found = new Int32Array(SLOTS)

  /** The code of a text; one that is new is added to the dictionary. */
  codeOf(view: DataView, at: number, length: number, dictionary: (string | null)[]): number {
    if (length > SHORT) return this.byText(view, at, length, dictionary)
    const slot = slotOf(view, at, length)
    if (this.lengths[slot] === length && this.isKept(slot, view, at, length)) return this.found[slot]!
    const code = this.byText(view, at, length, dictionary)
    this.lengths[slot] = length
    this.found[slot] = code
    for (let i = 0; i < length; i++) this.kept[slot * SHORT + i] = view.getUint8(at + i)
    return code
  }

  private isKept(slot: number, view: DataView, at: number, length: number): boolean {
    const from = slot * SHORT
    for (let i = 0; i < length; i++) if (this.kept[from + i] !== view.getUint8(at + i)) return false
    return true
  }

  private byText(view: DataView, at: number, length: number, dictionary: (string | null)[]): number {
    const text = Buffer.from(view.buffer, view.byteOffset + at, length).toString('utf8')
    const known = this.codes.get(text)
    if (known !== undefined) return known
    const code = dictionary.push(text) - 1
    this.codes.set(text, code)
    return code
  }
}

/** Length, first, middle and last byte tell the codes of a column apart. */
function slotOf(view: DataView, at: number, length: number): number {
  if (length === 0) return 0
  const middle = view.getUint8(at + (length >> 1))
  return (length * 7 + view.getUint8(at) * 31 + middle * 13 + view.getUint8(at + length - 1) * 3) & (SLOTS - 1)
}
