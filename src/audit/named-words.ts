import { posix } from 'node:path';
import { namedTexts } from '../analysis/named-texts.js';
import { isArray, isObject, type JsonValue } from '../base/json.js';
import { onceFor } from '../base/remembering.js';
import type { FileContent } from '../load/file-tree.js';
import type { PastEdit } from '../load/history.js';
import type { Spec } from '../model/spec.js';
import { textDigest } from '../model/text-files.js';
import type { Moment } from './spec-timeline.js';

/** Files with words that a spec names, by their paths from the folder of the workspace; of a variant, those that its overlay names. */
export const wordsNamedBy: (spec: Spec) => readonly string[] = onceFor((spec: Spec) => {
  const overlay = spec.kind === 'Journey' ? (spec as Spec<'Journey'>).value.overlay : undefined;
  const files = [...namedTexts(spec).map(({ file }) => file), ...(overlay ?? []).flatMap(({ path, value }) => (path.endsWith('textFile') && typeof value === 'string' ? [value] : namedIn(value as JsonValue)))];
  return [...new Set(files.map((file) => posix.normalize(file)))];
});

/** What an overlay sets may be of any shape. */
function namedIn(value: JsonValue | undefined): readonly string[] {
  if (isArray(value)) return value.flatMap(namedIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'textFile' && typeof each === 'string' ? [each] : namedIn(each)));
}

/** The files with words below one workspace, as each commit left them. */
export class NamedWords {
  readonly #read: (edit: PastEdit) => FileContent;
  /** What became of each file, the oldest first. */
  readonly #files = new Map<string, { readonly from: number; readonly edit: PastEdit }[]>();

  /** @param read - Reads a file as a commit left it. */
  constructor(read: (edit: PastEdit) => FileContent) {
    this.#read = read;
  }

  /** Every file that there ever was. */
  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** Takes over what a commit did, and returns a test for files that say something else by it. Ends of lines say nothing. */
  add({ place }: Moment, edits: ReadonlyMap<string, PastEdit>): (path: string) => boolean {
    const changed = new Map<string, readonly (PastEdit | undefined)[]>();
    for (const [path, edit] of edits) {
      const known = this.#files.get(path) ?? [];
      const before = known.at(-1)?.edit;
      if (before?.entry?.id === edit.entry?.id) continue;
      changed.set(path, [before, edit]);
      this.#files.set(path, [...known, { from: place, edit }]);
    }
    return (path) => changed.has(path) && new Set(changed.get(path)!.map((edit) => this.#digest(edit))).size > 1;
  }

  /** A file as a commit of the branch held it; `undefined` where there was none. */
  at(path: string, place: number): PastEdit | undefined {
    const edit = this.#files.get(path)?.findLast(({ from }) => from <= place)?.edit;
    return edit?.entry === undefined ? undefined : edit;
  }

  #digest(edit: PastEdit | undefined): string | undefined {
    const content = edit?.entry === undefined ? undefined : this.#read(edit);
    return content === undefined || 'problem' in content ? undefined : textDigest(content.bytes);
  }
}
