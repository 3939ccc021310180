import { sameJson } from '../base/json.js';
import type { Followed } from './past-workspace.js';
import { wordsOf } from './sealed-texts.js';
import type { SpecVersion } from './spec-timeline.js';
import { digestsOf } from './version-digests.js';

/** Whether two versions say the same to those who rely on them, as a ledger has it: the document, of a variant what holds after its overlay, and the words for customers. */
export function isSameContent(followed: Followed, one: SpecVersion, other: SpecVersion): boolean {
  const [a, b] = [digestsOf(followed, one), digestsOf(followed, other)];
  return a.contentDigest === b.contentDigest && a.effectiveDigest === b.effectiveDigest && sameJson(wordsOf(followed, one), wordsOf(followed, other));
}
