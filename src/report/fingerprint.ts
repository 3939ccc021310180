import { createHash } from 'node:crypto';
import type { FiledFinding } from './findings.js';

/**
 * A name for each finding that lasts while lines move: the finding's own fingerprint with its file, which begins at
 * the folder of the workspace. Equal findings
 * are told apart by their order, so every name is given once.
 */
export function fingerprints(findings: readonly FiledFinding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ diagnostic, file, workspace }) => {
    const identity = [diagnostic.fingerprint, within(file, workspace.root)];
    const key = JSON.stringify(identity);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return createHash('sha256').update(JSON.stringify(nth === 1 ? identity : [...identity, nth])).digest('hex');
  });
}

function within(file: string, root: string): string {
  return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file;
}
