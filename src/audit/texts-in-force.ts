import { posix } from 'node:path';
import { lazy } from '../base/lazy.js';
import { isMissingIn, isTextFile, type FileTree } from '../load/file-tree.js';
import type { PastEdit } from '../load/history.js';
import { readSpecs } from '../model/read-specs.js';
import { wordsNamedBy } from './named-words.js';
import { documentOf, type Followed } from './past-workspace.js';
import type { SpecVersion } from './spec-timeline.js';

/**
 * The files of a workspace that was in force. Words for customers belong to the document that names them, so they are as the commit held them
 * that recorded its version, also where a later one has replaced them already. Where several documents name one file, it is
 * as the last of these versions held it. All else is as in the tree.
 */
export function withTextsOf(followed: Followed, versions: readonly SpecVersion[], tree: FileTree): FileTree {
  const named = lazy(() => textsNamed(followed, versions));
  const editOf = (path: string): PastEdit | 'missing' | undefined => {
    const place = isTextFile(path) ? named().get(posix.normalize(path)) : undefined;
    return place === undefined ? undefined : (followed.workspace.wordsAt(posix.normalize(path), { place }) ?? 'missing');
  };
  return {
    yamlFiles: () => tree.yamlFiles(),
    read(path) {
      const edit = editOf(path);
      if (edit === 'missing') return { problem: 'missing' };
      return edit === undefined ? tree.read(path) : followed.timeline.history.read(edit);
    },
    identity(path) {
      const edit = editOf(path);
      return edit === undefined ? tree.identity?.(path) : edit === 'missing' ? undefined : edit.entry!.id;
    },
    expect(path) {
      if (editOf(path) === undefined) tree.expect?.(path);
    },
    isMissing(path) {
      const edit = editOf(path);
      return edit === undefined ? isMissingIn(tree, path) : edit === 'missing';
    },
  };
}

/** Of each file with words, the place of the version on the branch that says which words they were. */
function textsNamed(followed: Followed, versions: readonly SpecVersion[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const version of versions) {
    const [spec] = readSpecs([documentOf(followed, version)]);
    for (const file of spec === undefined ? [] : wordsNamedBy(spec)) places.set(file, Math.max(places.get(file) ?? 0, version.moment.place));
  }
  return places;
}
