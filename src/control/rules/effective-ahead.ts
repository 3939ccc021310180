import type { CalendarDay } from '../../base/date.js';
import type { Coordinate } from '../../base/diagnostic.js';
import { groupBy } from '../../base/groups.js';
import type { Span } from '../../base/source.js';
import { documentPartOf } from '../../model/spec.js';
import { edit, examplePromise, promiseLess } from '../example-texts.js';
import { firstDayOf } from '../first-day.js';
import type { GateContext, GateFinding, GateRule } from '../gate-rule.js';
import { coveredBy } from '../change-set.js';
import { isConsequence } from '../consequences.js';
import { judgesChanges } from '../../diff/judging-specs.js';

/** What is changed today was not so yesterday. */
export const effectiveAhead: GateRule = {
  id: 'change/effective-ahead',
  code: 'CHG-013',
  summary: 'What a change says begins to hold on the day of the review or later. A Policy and a team judge as soon as they are merged, whatever day they say, and that is told.',
  rationale: 'With a day in the past, what was promised yesterday would be rewritten.',
  severity: 'error',
  remedy: 'finding',
  serves: ['S2.M6.6'],
  examples: {
    valid: [{ title: 'It holds from a day to come', before: { 'promise.yaml': examplePromise }, edits: [...promiseLess, edit('promise.yaml', 'from: 2026-01-01', 'from: 2026-12-10')] }],
    invalid: [
      {
        title: 'It says that it has held for long',
        before: { 'promise.yaml': examplePromise },
        edits: promiseLess,
        at: '2026-01-01',
        message: '`sla:claim-settled` is changed, and says that it has held as it is now since 2026-01-01.',
      },
      {
        title: 'An entry of a Directory holds from the day of the Directory',
        before: {},
        edits: [edit('directory.yaml', 'channels: [web, app]', 'channels: [web]'), edit('directory.yaml', 'version: 1.0.0', 'version: 2.0.0')],
        at: '2026-01-01',
        message: '`system:portal` is changed, and says that it has held as it is now since 2026-01-01.',
      },
      {
        title: 'A Policy that names a day to come judges all the same',
        before: {},
        edits: [edit('policy.yaml', 'from: 2026-01-01', 'from: 2026-12-10')],
        at: '2026-12-10',
        message: '`policy:default` says that it holds from 2026-12-10 on. Changes are judged by it as soon as it is merged.',
        severity: 'info',
      },
    ],
  },
  *check(context) {
    const { versions: { after }, changes, today, isFirstAdoption } = context;
    yield* judgingAtOnce(context);
    if (isFirstAdoption) return;
    const told = new Set<Coordinate>();
    for (const subject of groupBy(coveredBy(changes).filter((change) => !isConsequence(change)), (change) => documentPartOf(change.subject)).keys()) {
      const spec = after.specAt(subject);
      const day = spec === undefined || spec.status === 'draft' ? undefined : firstDayOf(spec);
      if (day?.from === undefined || day.from >= today || told.has(day.holder.coordinate)) continue;
      told.add(day.holder.coordinate);
      yield findingOf(subject, day.holder.coordinate, day.from, today, day.span);
    }
  },
};

/** Nobody puts off being judged: by whom changes are judged is read from the branch, and no day is asked. */
function* judgingAtOnce({ versions: { after }, changes, today }: GateContext): Iterable<GateFinding> {
  const told = new Set<Coordinate>();
  for (const subject of groupBy(coveredBy(changes), (change) => documentPartOf(change.subject)).keys()) {
    const spec = after.specAt(subject);
    const day = spec === undefined || !judgesChanges(after, spec) ? undefined : firstDayOf(spec);
    if (day?.from === undefined || day.from <= today || told.has(day.holder.coordinate)) continue;
    told.add(day.holder.coordinate);
    const how = day.holder.kind === 'Policy' ? 'Changes are judged by it' : day.holder.kind === 'Team' ? 'Its people agree to changes' : 'The people of its teams agree to changes';
    yield { subject: day.holder.coordinate, message: `\`${day.holder.coordinate}\` says that it holds from ${day.from} on. ${how} as soon as it is merged.`, span: day.span, severity: 'info' };
  }
}

/** The entries of a Directory that name no day hold from that of the Directory: the first that is changed stands for all. */
function findingOf(subject: Coordinate, holder: Coordinate, from: CalendarDay, today: CalendarDay, span: Span): GateFinding {
  const place = subject === holder ? '' : ` in \`${holder}\``;
  return { subject: holder, message: `\`${subject}\` is changed, and says that it has held as it is now since ${from}.`, hint: `Write \`effective: {from: ${today}}\` or a later day${place}.`, span };
}
