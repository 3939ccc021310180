import type { Difference } from '../difference.js';
import type { Check } from './check.js';

/** `none` is no promise: it says that somebody has thought of it. */
export const promisedNothing: Check = {
  id: 'promised-nothing',
  summary: 'Between teams, `sla: none` promises nothing: a promise in its place is a new one, and in the place of a promise it takes that away.',
  *judge({ differences }) {
    for (const difference of differences) {
      const kind = (difference.shape === 'Edge' || difference.shape === 'Handoff') && difference.field === 'sla' ? kindFor(difference) : undefined;
      if (kind !== undefined) yield { claims: [difference], kind };
    }
  },
};

function kindFor({ before, after }: Difference): string | undefined {
  const [was, is] = [before?.value, after?.value];
  if (was === 'none') return is === undefined ? 'handoff-without-sla-changed' : 'handoff-sla-added';
  if (is === 'none') return was === undefined ? 'handoff-without-sla-changed' : 'handoff-sla-removed';
  return undefined;
}
