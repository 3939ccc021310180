/** What can be found: `[path, title, sort, further words, titles of steps]`. Both the pages and the script that runs in them know it. */
export type SearchEntry = readonly [path: string, title: string, sort: string, words: string, steps: readonly string[]];
