import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/canonical-json.js';
import { compareText } from '../base/diagnostic.js';
import type { Change } from '../diff/change.js';
import { isOfRecord } from './records.js';
import type { ProofChange } from './proof-changes.js';

/**
 * Digest of what an approval covers: every change of a workspace that is more than editorial or is regulated, and every promise whose
 * verdict differs, as it was and as it is. With one such change more, one fewer, or another verdict it is another set, and who
 * agreed to this one has not agreed to that. Rewording, moving and adding Records leave it as it is.
 *
 * @returns `sha256:` and 64 hexadecimal digits.
 */
export function changeSet(changes: readonly Change[], proofs: readonly ProofChange[]): string {
  const fingerprints = coveredBy(changes).map(({ fingerprint }) => fingerprint).sort(compareText);
  const verdicts = proofs.map(({ journey, promise, before, after }) => [journey, promise, before?.verdict ?? null, after?.verdict ?? null] as const).filter(([, , before, after]) => before !== after);
  return `sha256:${createHash('sha256').update(canonicalJson([fingerprints, verdicts.toSorted(([a, b], [c, d]) => compareText(a, c) || compareText(b, d))])).digest('hex')}`;
}

/** Changes that an approval covers. */
export function coveredBy(changes: readonly Change[]): readonly Change[] {
  return changes.filter((change) => !isOfRecord(change) && (change.level !== 'editorial' || change.regulated));
}
