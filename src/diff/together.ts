import type { Deed } from './difference.js';

/** What several deeds on one thing come to: where they pull in different directions, nobody can say that it is stricter. */
export function together(deeds: readonly (Deed | undefined)[]): Deed | undefined {
  const done = new Set(deeds.filter((deed) => deed !== undefined));
  if (done.size > 1) done.delete('rewritten');
  return done.size > 1 ? 'changed' : [...done][0];
}
