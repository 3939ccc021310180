import { createHash } from 'node:crypto';
import type { FiledFinding } from './findings.js';

/**
 * A name for each finding that lasts while lines move: the finding's own fingerprint with its file. Equal findings
 * are told apart by their order, so every name is given once.
 */
export function fingerprints(findings: readonly FiledFinding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ diagnostic, file }) => {
    const identity = [diagnostic.fingerprint, file];
    const key = JSON.stringify(identity);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return createHash('sha256').update(JSON.stringify(nth === 1 ? identity : [...identity, nth])).digest('hex');
  });
}
