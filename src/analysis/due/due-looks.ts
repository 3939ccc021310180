import { dayAfter, type CalendarDay } from '../../base/date.js';
import { isActive } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { mayTellOf } from '../completeness.js';
import { recordBook } from '../records.js';
import { lastLook, longestBetweenLooks, whyLookedAt } from '../system-looks.js';
import type { FoundDue } from './due.js';

/** The day by which each vital system, or one that another company runs, is to be audited or assessed again. */
export function* dueLooks(workspace: Workspace, asOf: CalendarDay): Iterable<FoundDue> {
  const book = recordBook(workspace, asOf);
  for (const system of workspace.all('System')) {
    const why = whyLookedAt(system);
    if (why === undefined || !isActive(system) || mayTellOf(workspace, 'Record', [system.id])) continue;
    const last = lastLook(book, system)?.value;
    const aged = last === undefined ? undefined : dayAfter(last.date, longestBetweenLooks);
    const isEnd = last?.validUntil !== undefined && aged !== undefined && last.validUntil <= aged;
    const day = (isEnd ? last.validUntil : aged) ?? system.value.effective?.from ?? asOf;
    const next = `It is ${why}: audit it or assess its risk, and add a Record of \`type: audit\` or \`type: assessment\` with \`${system.id}\` under \`subject\`.`;
    yield { kind: 'assessment', spec: system, path: ['id'], day, isEnd, next };
  }
}
