import { dayAfter } from '../../base/date.js';
import { groupBy } from '../../base/groups.js';
import { spanIn } from '../../load/document.js';
import { documentPartOf, type Spec } from '../../model/spec.js';
import type { GateContext, GateFinding, GateRule } from '../gate-rule.js';
import { changeRecords, isOfRecord, nameWithVersion } from '../records.js';

/** A regulated change says on record whom it touches, and gives notice. */
export const changeOnRecord: GateRule = {
  id: 'change/on-record',
  code: 'CHG-004',
  summary: 'A regulated change has a new Record that says why and whom it touches, and takes effect after the notice that the Policy asks for.',
  rationale: 'Whoever supervises the company asks why it was changed, for whom, and who was told in time.',
  severity: 'error',
  remedy: 'evidence',
  serves: ['S2.M5.6'],
  example: 'No new Record says why `claims-data@3.1.0` is changed, though a regulated part of it is. Write a Record with `type: change`, `regulated: true`, `subject: [claims-data@3.1.0]`, its `impact`, and `effective`.',
  *check(context) {
    const { changes, judge, versions: { before, after } } = context;
    const { record, notice } = judge.policy.value.approvals?.regulated ?? {};
    if (record === undefined && notice === undefined) return;
    for (const subject of groupBy(changes.filter((change) => change.regulated && !isOfRecord(change)), (change) => documentPartOf(change.subject)).keys()) {
      const spec = after.specAt(subject) ?? before.specAt(subject);
      const problem = spec === undefined ? undefined : problemOf(context, spec, notice);
      if (problem !== undefined) yield { subject, ...problem };
    }
  },
};

type Problem = Omit<GateFinding, 'subject'>;

/** Of several new Records, one that says all that is needed is enough. */
function problemOf(context: GateContext, spec: Spec, notice: string | undefined): Problem | undefined {
  const name = nameWithVersion(spec, context.bumps);
  const records = changeRecords(context.versions, spec, context.bumps);
  if (records.length === 0) return { message: `No new Record says why \`${name}\` is changed, though a regulated part of it is.`, hint: `Write a Record with \`type: change\`, \`regulated: true\`, \`subject: [${name}]\`, its \`impact\`, and \`effective\`.`, span: spanIn(spec.document, []) };
  const problems = records.map((record) => problemIn(context, record, name, notice));
  return problems.includes(undefined) ? undefined : problems[0];
}

function problemIn({ claims, today }: GateContext, record: Spec<'Record'>, name: string, notice: string | undefined): Problem | undefined {
  const at = (...path: readonly string[]): Pick<Problem, 'span'> => ({ span: spanIn(record.document, path) });
  if (record.value.impact === undefined) return { message: `The Record \`${record.id}\` does not say whom the change of \`${name}\` touches.`, hint: 'Add its `impact`.', ...at('id') };
  const stale = claims.find((claim) => claim.record === record && claim.approval.set !== undefined && !claim.isCurrent);
  if (stale !== undefined) return { message: `What \`${stale.approval.role}\` agreed to by the Record \`${record.id}\` is another set of changes than this.`, hint: 'Something was added, dropped or changed since. Ask again, and let `waymark approve` write what is agreed to.', ...at('approvals') };
  const least = notice === undefined ? undefined : dayAfter(today, notice);
  const from = record.value.effective?.from;
  if (least === undefined || (from !== undefined && from >= least)) return undefined;
  return { message: `The Record \`${record.id}\` lets the change of \`${name}\` take effect ${from === undefined ? 'on no day that it names' : `on ${from}`}, and ${notice!} of notice from today end on ${least}.`, hint: `Write \`effective: {from: ${least}}\` or later, in the Record and in the document.`, ...at('effective') };
}
