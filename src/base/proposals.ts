import { didYouMean, isInReach, nearest } from './words.js';

/**
 * Pairs of characters that are compared for the names of one file, and of all files. The files of a large company with a
 * hundred slips take a part; who makes thousands of names that nearly fit waits no longer than others and gets no proposal.
 */
const most = { ofFile: 200_000_000, inAll: 800_000_000 };

/** Proposals for names that lead nowhere, as long as looking for them does not keep the reader waiting. No file uses up the time of another. */
export class Proposals {
  readonly #spent = new Map<string, number>();
  #all = 0;

  /** As `didYouMean`, for a name that stands in a file; empty when there is no more time. */
  didYouMean(file: string, word: string, known: () => Iterable<string>): string {
    const words = this.#affordable(file, word, known);
    return words === undefined ? '' : didYouMean(word, words);
  }

  /** As `nearest`; `undefined` also when there is no more time. */
  nearest(file: string, word: string, known: () => Iterable<string>): string | undefined {
    return nearest(word, this.#affordable(file, word, known) ?? []);
  }

  /** True while a name in this file can still be looked for. */
  hasTime(file: string): boolean {
    return this.#all < most.inAll && (this.#spent.get(file) ?? 0) < most.ofFile;
  }

  /** The known words, when there is time to compare them. Putting them together takes time too, as if each were compared a little. */
  #affordable(file: string, word: string, known: () => Iterable<string>): readonly string[] | undefined {
    if (!this.hasTime(file)) return undefined;
    const words = [...known()];
    const compared = words.reduce((sum, each) => sum + 100 + (isInReach(word, each) ? word.length * each.length : 0), 0);
    this.#all += compared;
    this.#spent.set(file, (this.#spent.get(file) ?? 0) + compared);
    return words;
  }
}
