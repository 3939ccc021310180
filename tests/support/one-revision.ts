import type { GitProblem } from '../../src/load/git/git-problem.js';
import type { Revision } from '../../src/load/revision-sources.js';
import { openComparison } from '../../src/load/revisions.js';

/** One version, opened as the later of two; without a name it is the working tree. */
export function oneRevision(folder: string, text?: string): Revision | GitProblem {
  const opened = text === undefined ? openComparison(folder, '.') : openComparison(folder, text, text);
  return 'problem' in opened ? opened : opened.head;
}
