import type { PastEdit } from '../load/history.js';
import { readSpecs } from '../model/read-specs.js';
import { textDigest } from '../model/text-files.js';
import { sourceDigest, type Digest } from '../base/digests.js';
import { wordsNamedBy } from './named-words.js';
import { documentOf, isVariant, specOf, type Followed } from './past-workspace.js';
import type { SpecVersion } from './spec-timeline.js';

/** A file with words for customers that a version names, as it was then. */
export interface TextThen {
  /** Its path from the top of the repository. */
  readonly file: string;
  /** Id of its bytes in git. */
  readonly blob: string;
  /** Of these bytes. */
  readonly sourceDigest: Digest;
}

/** Every file with words that a version names, as the branch held it then: of a variant, what it names after its overlay. */
export function textsOf(followed: Followed, version: SpecVersion): readonly TextThen[] {
  return filesIn(followed, version).map(({ edit, bytes }) => ({ file: edit.path, blob: edit.entry!.id, sourceDigest: sourceDigest(bytes) }));
}

/** What these files say, whatever the ends of their lines and wherever they lie. */
export function wordsOf(followed: Followed, version: SpecVersion): readonly string[] {
  return filesIn(followed, version).map(({ bytes }) => textDigest(bytes));
}

/** A file with its bytes. */
interface HeldFile {
  readonly edit: PastEdit;
  readonly bytes: Uint8Array;
}

function filesIn(followed: Followed, version: SpecVersion): readonly HeldFile[] {
  if (version.directory !== undefined) return [];
  const spec = isVariant(followed, version) ? specOf(followed, version) : readSpecs([documentOf(followed, version)])[0];
  return spec === undefined ? [] : wordsNamedBy(spec).toSorted().flatMap((file) => heldAt(followed, version, file));
}

function heldAt({ timeline, workspace }: Followed, { moment }: SpecVersion, file: string): readonly HeldFile[] {
  const edit = workspace.wordsAt(file, moment);
  const content = edit === undefined ? undefined : timeline.history.read(edit);
  return content === undefined || 'problem' in content ? [] : [{ edit: edit!, bytes: content.bytes }];
}
