import MiniSearch from 'minisearch';
import type { SearchEntry } from '../search-entry.js';

/** Something that was found. */
export interface Hit {
  readonly path: string;
  readonly title: string;
  readonly sort: string;
  /** The step in which the words stand, where they do. */
  readonly step: string | undefined;
}

/** Answers with what is found, the best first. */
export type Search = (words: string) => readonly Hit[];

/** Fetches the entries when somebody first wants to find something. A script is the only thing that a page from a disk may read. */
export function loadSearch(folder: string): Promise<Search> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${folder}assets/search-entries.js`;
    script.addEventListener('load', () => resolve(searchOver((globalThis as unknown as { readonly waymarkEntries: readonly SearchEntry[] }).waymarkEntries)));
    script.addEventListener('error', () => reject(new Error('the entries are missing')));
    document.head.append(script);
  });
}

function searchOver(entries: readonly SearchEntry[]): Search {
  const index = new MiniSearch<{ readonly id: number; readonly title: string; readonly words: string; readonly steps: string }>({ fields: ['title', 'words', 'steps'], searchOptions: { prefix: true, fuzzy: (term) => (term.length > 4 ? 0.2 : false), combineWith: 'AND', boost: { title: 3 } } });
  index.addAll(entries.map(([, title, , words, steps], id) => ({ id, title, words, steps: steps.join(' \n ') })));
  return (words) => index.search(words).map(({ id, terms }) => hit(entries[id as number]!, terms));
}

function hit([path, title, sort, , steps]: SearchEntry, terms: readonly string[]): Hit {
  const step = steps.find((each) => terms.some((term) => each.toLowerCase().includes(term)));
  return { path, title, sort, step };
}
