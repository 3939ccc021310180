import { count } from '../base/words.js';
import type { Level } from '../schema/meanings.js';
import type { Change } from './change.js';

/** The most harmful level first. */
export const levels: readonly Level[] = ['breaking', 'compatible', 'editorial'];

/** Number of changes of each level, and of those that are regulated. */
export type LevelCounts = Readonly<Record<Level | 'regulated', number>>;

/** Counts changes by level. */
export function countLevels(changes: readonly Change[]): LevelCounts {
  const counts = { breaking: 0, compatible: 0, editorial: 0, regulated: 0 };
  for (const { level, regulated } of changes) {
    counts[level] += 1;
    if (regulated) counts.regulated += 1;
  }
  return counts;
}

/** `2 breaking changes, 1 compatible, 3 editorial; 1 of them regulated`; `no changes`. */
export function tallyWords(changes: readonly Change[]): string {
  const counts = countLevels(changes);
  const told = levels.filter((level) => counts[level] > 0);
  if (told.length === 0) return 'no changes';
  const words = told.map((level, index) => (index === 0 ? count(counts[level], `${level} change`) : `${counts[level]} ${level}`));
  return `${words.join(', ')}${regulatedWords(counts.regulated, changes.length)}`;
}

function regulatedWords(regulated: number, all: number): string {
  if (regulated === 0 || all === 1) return regulated === 0 ? '' : ', regulated';
  return regulated === all ? ', all regulated' : `; ${regulated} of them regulated`;
}
