/**
 * Short texts that were read before, so that a word which stands in a thousand files is kept once. It remembers a fixed
 * number of them, one for each place in a table, and compares their characters before it cuts anything out of a file's text.
 */
export class SharedTexts {
  readonly #known: string[] = Array.from({ length: places }, () => '');
  /** The characters of what is known, `longest` for each place. */
  readonly #knownCodes = new Uint16Array(places * longest);

  /** The text between two offsets; `codes` are the characters of the whole text. */
  take(text: string, codes: Uint16Array, start: number, end: number): string {
    const length = end - start;
    if (length > longest) return text.slice(start, end);
    let hash = length;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + codes[at]!) | 0;
    const place = (hash ^ (hash >>> 15)) & (places - 1);
    const known = this.#known[place]!;
    if (known.length === length && this.#isKnown(place, codes, start, end)) return known;
    const taken = text.slice(start, end);
    this.#known[place] = taken;
    for (let at = 0; at < length; at += 1) this.#knownCodes[place * longest + at] = codes[start + at]!;
    return taken;
  }

  #isKnown(place: number, codes: Uint16Array, start: number, end: number): boolean {
    const knownCodes = this.#knownCodes;
    let known = place * longest;
    for (let at = start; at < end; at += 1, known += 1) if (knownCodes[known] !== codes[at]) return false;
    return true;
  }
}

/** Longer texts are hardly ever the same. */
const longest = 24;

/** A power of two. */
const places = 16_384;
