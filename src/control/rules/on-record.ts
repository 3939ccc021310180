import { dayAfter, type CalendarDay } from '../../base/date.js';
import { groupBy } from '../../base/groups.js';
import { listOf } from '../../base/words.js';
import type { Edit } from '../../diff/change-kind.js';
import { spanIn } from '../../load/document.js';
import { documentPartOf, type Spec } from '../../model/spec.js';
import { countOf } from '../../schema/names.js';
import { exampleFiles } from '../../validate/example-workspace.js';
import { edit, exampleData, keepLess, newFile, policyAsking } from '../example-texts.js';
import { isConsequence } from '../consequences.js';
import { firstDayOf, type FirstDay } from '../first-day.js';
import { exampleRecord } from '../../validate/example-texts.js';
import type { GateContext, GateFinding, GateRule } from '../gate-rule.js';
import { changeRecords, isOfRecord, nameWithVersion } from '../records.js';

const governed = { 'policy.yaml': policyAsking('  regulated: {all: [compliance], record: change, notice: P14D}\n'), 'data.yaml': exampleData };

/** A regulated change says on record whom it touches, and gives notice. */
export const changeOnRecord: GateRule = {
  id: 'change/on-record',
  code: 'CHG-004',
  summary: 'A regulated change has a new Record that says why and whom it touches, and takes effect after the notice that the Policy asks for: the Record and the document name the same day.',
  rationale: 'Whoever supervises the company asks why it was changed, for whom, and who was told in time.',
  severity: 'error',
  remedy: 'evidence',
  serves: ['S2.M5.6'],
  examples: {
    valid: [
      { title: 'A new Record says whom it touches, and from when', before: governed, edits: [...keepLess, holdsFrom('2026-12-10'), newFile('record.yaml', recordOf('impact: {harmed: none}\neffective: {from: 2026-12-10}\n'))] },
      { title: 'What is not regulated needs none', before: governed, edits: [edit('data.yaml', 'title: Claims data', 'title: What we know of claims')] },
    ],
    invalid: [
      {
        title: 'Nothing on record',
        before: governed,
        edits: keepLess,
        at: 'apiVersion: waymark/v1',
        message: 'No new Record says why `claims-data@1.1.0` is changed, though a regulated part of it is.',
      },
      {
        title: 'A Record that does not say whom it touches',
        before: governed,
        edits: [...keepLess, newFile('record.yaml', recordOf('effective: {from: 2026-12-10}\n'))],
        at: 'change-1',
        message: 'The Record `change-1` does not say whom the change of `claims-data@1.1.0` touches.',
      },
      {
        title: 'A first workspace begins, and nothing is on record',
        before: 'nothing',
        edits: [edit('policy.yaml', exampleFiles['policy.yaml']!, governed['policy.yaml']), newFile('data.yaml', exampleData)],
        at: 'apiVersion: waymark/v1',
        message: 'No new Record says why 1 data catalogue, 1 directory and 2 teams begin to hold, though something in each of them is regulated.',
      },
      {
        title: 'Too little notice from the day of the review',
        before: governed,
        edits: [...keepLess, newFile('record.yaml', recordOf('impact: {harmed: none}\neffective: {from: 2026-11-30}\n'))],
        at: '{from: 2026-11-30}',
        message: 'The Record `change-1` lets the change of `claims-data@1.1.0` take effect on 2026-11-30, and P14D of notice from today end on 2026-12-06.',
      },
      {
        title: 'The Record gives notice, and the document holds at once',
        before: governed,
        edits: [...keepLess, holdsFrom('2026-11-22'), newFile('record.yaml', recordOf('impact: {harmed: none}\neffective: {from: 2026-12-10}\n'))],
        at: '2026-11-22',
        message: '`claims-data@1.1.0` says that it holds from 2026-11-22 on, and P14D of notice from today end on 2026-12-06.',
      },
      {
        title: 'The document holds on another day than the Record says',
        before: governed,
        edits: [...keepLess, holdsFrom('2026-12-08'), newFile('record.yaml', recordOf('impact: {harmed: none}\neffective: {from: 2026-12-10}\n'))],
        at: '2026-12-08',
        message: 'The Record `change-1` says that the change of `claims-data@1.1.0` takes effect on 2026-12-10, and the document says that it holds from 2026-12-08 on.',
      },
    ],
  },
  *check(context) {
    const { changes, judge, versions: { before, after } } = context;
    const { record, notice } = judge.policy.value.approvals?.regulated ?? {};
    if (record === undefined && notice === undefined) return;
    const unrecorded: Spec[] = [];
    for (const subject of groupBy(changes.filter((change) => change.regulated && !isOfRecord(change) && !isConsequence(change)), (change) => documentPartOf(change.subject)).keys()) {
      const spec = after.specAt(subject) ?? before.specAt(subject);
      if (spec === undefined) continue;
      if (context.isFirstAdoption && changeRecords(context.versions, spec, context.bumps).length === 0) unrecorded.push(spec);
      else yield* problemOf(context, spec, notice).map((problem) => ({ subject, ...problem }));
    }
    if (unrecorded.length > 0) yield unrecordedAtFirst(context, unrecorded);
  },
};

type Problem = Omit<GateFinding, 'subject'>;

/** Of several new Records, one that says all that is needed is enough. */
function problemOf(context: GateContext, spec: Spec, notice: string | undefined): readonly Problem[] {
  const name = nameWithVersion(spec, context.bumps);
  const records = changeRecords(context.versions, spec, context.bumps);
  if (records.length === 0) return [{ message: `No new Record says why \`${name}\` is changed, though a regulated part of it is.`, hint: `Write a Record with \`type: change\`, \`regulated: true\`, \`subject: [${name}]\`, its \`impact\`, and \`effective\`.`, span: spanIn(spec.document, []) }];
  const day = dayAsked(context, spec);
  const problems = records.map((record) => problemIn(context, record, name, notice, day));
  return problems.includes(undefined) ? [] : [problems[0]!];
}

/** What is taken under governance for the first time may have held for long, and what has left holds no more. */
function dayAsked({ isFirstAdoption, versions: { after } }: GateContext, { coordinate }: Spec): FirstDay | undefined {
  const spec = isFirstAdoption ? undefined : after.specAt(coordinate);
  return spec === undefined ? undefined : firstDayOf(spec);
}

/** A whole workspace that begins needs one Record, however many documents it has. */
function unrecordedAtFirst({ bumps }: GateContext, specs: readonly Spec[]): GateFinding {
  const kinds = [...groupBy(specs, ({ kind }) => kind)].map(([kind, own]) => countOf(own.length, kind));
  const names = specs.map((spec) => nameWithVersion(spec, bumps));
  return {
    subject: specs[0]!.coordinate,
    message: `No new Record says why ${listOf(kinds)} begin${specs.length === 1 ? 's' : ''} to hold, though something in ${specs.length === 1 ? 'it' : 'each of them'} is regulated.`,
    hint: `One Record is enough: write it with \`type: change\`, \`regulated: true\`, their names under \`subject\`, its \`impact\`, and \`effective\`. The names are ${listOf(names.map((name) => `\`${name}\``))}.`,
    span: spanIn(specs[0]!.document, []),
  };
}

function problemIn({ claims, today }: GateContext, record: Spec<'Record'>, name: string, notice: string | undefined, day: FirstDay | undefined): Problem | undefined {
  const at = (...path: readonly string[]): Pick<Problem, 'span'> => ({ span: spanIn(record.document, path) });
  if (record.value.impact === undefined) return { message: `The Record \`${record.id}\` does not say whom the change of \`${name}\` touches.`, hint: 'Add its `impact`.', ...at('id') };
  const stale = claims.find((claim) => claim.record === record && claim.approval.set !== undefined && !claim.isCurrent);
  if (stale !== undefined) return { message: `What \`${stale.approval.role}\` agreed to by the Record \`${record.id}\` is another set of changes than this.`, hint: 'Something was added, dropped or changed since. Ask again, and let `waymark approve` write what is agreed to.', ...at('approvals') };
  const least = endOfNotice(today, notice);
  const from = record.value.effective?.from;
  if (least !== undefined && (from === undefined || from < least)) return { message: `The Record \`${record.id}\` lets the change of \`${name}\` take effect ${from === undefined ? 'on no day that it names' : `on ${from}`}, and ${notice!} of notice from today end on ${least}.`, hint: `Write \`effective: {from: ${least}}\` or later, in the Record and in the document.`, ...at('effective') };
  return day === undefined ? undefined : problemInDay(day, record, name, today, notice);
}

/** What a document itself says goes before what is said about it: it holds from its own day on, and from the day of the merge where it names none. */
function problemInDay({ from, span }: FirstDay, { id, value }: Spec<'Record'>, name: string, today: CalendarDay, notice: string | undefined): Problem | undefined {
  const [announced, least] = [value.effective?.from, endOfNotice(today, notice)];
  const says = from === undefined ? 'names no day from which on it holds, so it holds at once' : `says that it holds from ${from} on`;
  if (least !== undefined && (from ?? today) < least) return { message: `\`${name}\` ${says}, and ${notice!} of notice from today end on ${least}.`, hint: `Write \`effective: {from: ${announced ?? least}}\` in the document as well.`, span };
  if (announced === undefined || announced === (from ?? today)) return undefined;
  return { message: `The Record \`${id}\` says that the change of \`${name}\` takes effect on ${announced}, and the document ${says}.`, hint: `Write the same day into both, such as \`effective: {from: ${announced}}\` into the document.`, span };
}

function endOfNotice(today: CalendarDay, notice: string | undefined): CalendarDay | undefined {
  return notice === undefined ? undefined : dayAfter(today, notice);
}

/** The data with the day from which on they are kept for less long. */
function holdsFrom(day: CalendarDay): Edit {
  return edit('data.yaml', 'from: 2026-01-01', `from: ${day}`);
}

function recordOf(rest: string): string {
  return exampleRecord('change', '2026-11-20', 'claims-data@1.1.0', `regulated: true
outcome: proposed
${rest}`);
}
