/**
 * Short texts that were read before, so that a word which stands in a thousand files is kept once. It remembers a fixed
 * number of them, one for each place in a table, and compares inside the file's text before it cuts anything out of it.
 */
export class SharedTexts {
  readonly #known: string[] = Array.from({ length: places }, () => '');

  /** The text between two offsets. */
  take(text: string, start: number, end: number): string {
    const length = end - start;
    if (length > longest) return text.slice(start, end);
    let hash = length;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const place = (hash ^ (hash >>> 15)) & (places - 1);
    const known = this.#known[place]!;
    if (known.length === length && text.startsWith(known, start)) return known;
    const taken = text.slice(start, end);
    this.#known[place] = taken;
    return taken;
  }
}

/** Longer texts are hardly ever the same. */
const longest = 24;

/** A power of two. */
const places = 16_384;
