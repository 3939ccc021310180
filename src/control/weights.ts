import { countingRecords, versionOf } from '../analysis/records.js';
import { readReference } from '../analysis/written-reference.js';
import { count, listOf } from '../base/words.js';
import { documentPartOf, type Spec } from '../model/spec.js';
import { isExcusableAtGate } from '../validate/gate-waivers.js';
import { gradeInPolicy, isForbidden, isSofter, type Grade } from '../validate/presets.js';
import { flawOf } from '../validate/waivers.js';
import type { GateContext, GateRule, Objection } from './gate-rule.js';
import { protectedRoles } from './waiver-approvers.js';
import { judgeOf, type Versions } from './versions.js';

type Waiver = Spec<'Record'>;

/**
 * What a rule of the gate objects to, weighed as the branch weighs it: its Policy may weigh a rule otherwise, and a waiver that stands there
 * excuses one finding. Neither the Policy nor a waiver of the change itself counts, and where nothing was governed before, nothing
 * softens. What is let pass is still told.
 */
export function weighed(context: GateContext, rule: GateRule, objections: readonly Objection[]): readonly Objection[] {
  const grade = gradeOf(context, rule);
  if (grade === 'off') return objections.length === 0 ? [] : [passedOver(rule, objections)];
  const used = new Set<Waiver>();
  return objections.map((objection) => excused(context, rule, grade === undefined ? objection : { ...objection, severity: grade }, used));
}

/** A document that cannot be read is missing from everything else. */
const neverSofter: ReadonlySet<string> = new Set(['CHG-016']);

function isFixed({ isFirstAdoption }: GateContext, { code }: GateRule): boolean {
  return isFirstAdoption || neverSofter.has(code);
}

function gradeOf(context: GateContext, rule: GateRule): Grade | undefined {
  const grade = gradeInPolicy(rule, context.judge.policy);
  return grade !== undefined && isFixed(context, rule) && isSofter(grade, rule.severity) ? undefined : grade;
}

/** Nobody may take for agreed what nobody was asked. */
function passedOver({ code }: GateRule, objections: readonly Objection[]): Objection {
  const { hint: _, message, ...first } = objections[0]!;
  return { ...first, severity: 'info', message: `The Policy switches ${code} off, which would have told ${count(objections.length, 'thing')} here: ${message}` };
}

/** One waiver excuses one finding, and only with the approval of everybody whom the change asks. */
function excused(context: GateContext, rule: GateRule, objection: Objection, used: Set<Waiver>): Objection {
  const mayBe = isExcusableAtGate(rule.code) && !isFixed(context, rule) && !isForbidden(rule, context.judge.policy);
  const waivers = mayBe ? waiversFor(context, rule, objection).filter((each) => !used.has(each)) : [];
  const waiver = waivers.find((each) => missingIn(context, each, objection).length === 0);
  if (waiver === undefined) return waivers.length === 0 ? objection : { ...objection, hint: [objection.hint ?? '', whyNot(context, waivers[0]!, objection)].join(' ').trim() };
  used.add(waiver);
  return { ...objection, severity: 'info', hint: `Excused until ${waiver.value.expires!} by \`${waiver.id}\`.` };
}

/** Roles that this change asks and that have not approved the waiver. */
function missingIn({ versions, answers }: GateContext, waiver: Waiver, { subject }: Objection): readonly string[] {
  const document = documentPartOf(subject ?? '');
  const asked = answers.filter(({ demand }) => demand.subject === document && demand.count === undefined).flatMap(({ demand }) => demand.approvers);
  const approved = new Set((waiver.value.approvals ?? []).map(({ role }) => role));
  return [...new Set([...protectedRoles(versions, [document]), ...asked].map(({ role }) => role))].filter((role) => !approved.has(role));
}

function whyNot(context: GateContext, waiver: Waiver, objection: Objection): string {
  return `The waiver \`${waiver.id}\` does not excuse it: ${listOf(missingIn(context, waiver, objection).map((role) => `\`${role}\``))} did not approve that.`;
}

/** A waiver of the gate is about one change: it names the version that the change makes. */
function waiversFor({ judge, versions, today }: GateContext, { code, id }: GateRule, { subject }: Objection): readonly Waiver[] {
  const own = countingRecords(judge, today).filter(({ value }) => value.type === 'waiver' && (value.rule === code || value.rule === id));
  return own.filter((waiver) => flawOf(waiver, judge, today) === undefined && waiver.value.subject.some((name) => placeOf(versions, name) === subject));
}

/** A version that stood there before is none that the change makes. */
function placeOf(versions: Versions, name: string): string | undefined {
  const { id, version, inner } = readReference(name);
  const isMade = ({ coordinate }: Spec): boolean => [versions.before, judgeOf(versions)].every((workspace) => workspace.specs.every((each) => each.coordinate !== coordinate || versionOf(each) !== version));
  const spec = version === undefined ? undefined : versions.after.specs.find((each) => each.id === id && versionOf(each) === version && isMade(each));
  return spec === undefined || inner === undefined ? spec?.coordinate : `${spec.coordinate}#${inner}`;
}
