import type { CalendarDay } from '../../base/date.js';
import { isActive, type Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { mayTellOf } from '../completeness.js';
import { recordBook } from '../records.js';
import { isReviewedWithDirectory, planOf, reckoner, reviewDue } from '../review-plan.js';
import type { FoundDue } from './due.js';

/** The next review of each document that has a plan. */
export function* dueReviews(workspace: Workspace, asOf: CalendarDay): Iterable<FoundDue> {
  const [book, reckon] = [recordBook(workspace, asOf), reckoner()];
  for (const spec of workspace.specs) {
    if (!isActive(spec) || isReviewedWithDirectory(spec) || mayTellOf(workspace, 'Record', [spec.id])) continue;
    const due = reviewDue(spec, book, reckon);
    if (due === undefined) continue;
    const isPlanned = planOf(spec)?.next === due.day;
    yield { kind: 'review', spec, path: ['review', isPlanned ? 'next' : 'cycle'], day: due.day, isEnd: false, next: nextWords(spec, isPlanned) };
  }
}

function nextWords(spec: Spec, isPlanned: boolean): string {
  const forum = planOf(spec)?.forum;
  const then = isPlanned ? '; then move `next` to the day of the one after' : '';
  return `Hold the review${forum === undefined ? '' : ` in \`${forum}\``} and add a Record of \`type: review\` with \`${spec.id}\` under \`subject\`${then}.`;
}
