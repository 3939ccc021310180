import { countingRecords, versionOf } from '../analysis/records.js';
import { readReference } from '../analysis/written-reference.js';
import { count } from '../base/words.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { gradeInPolicy, isForbidden, isSofter, type Grade } from '../validate/presets.js';
import { flawOf } from '../validate/waivers.js';
import type { GateContext, GateRule, Objection } from './gate-rule.js';

/**
 * What a rule of the gate objects to, weighed as the branch weighs it: its Policy may weigh a rule otherwise, and a waiver that stands there
 * excuses one finding. Neither the Policy nor a waiver of the change itself counts, and where nothing was governed before, nothing
 * softens. What is let pass is still told.
 */
export function weighed(context: GateContext, rule: GateRule, objections: readonly Objection[]): readonly Objection[] {
  const grade = gradeOf(context, rule);
  if (grade === 'off') return objections.length === 0 ? [] : [passedOver(rule, objections)];
  return objections.map((objection) => excused(context, rule, grade === undefined ? objection : { ...objection, severity: grade }));
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

function excused(context: GateContext, rule: GateRule, objection: Objection): Objection {
  const waiver = isFixed(context, rule) || isForbidden(rule, context.judge.policy) ? undefined : waiverFor(context, rule, objection);
  return waiver === undefined ? objection : { ...objection, severity: 'info', hint: `Excused until ${waiver.value.expires} by \`${waiver.id}\`.` };
}

/** A waiver of the gate is about one change: it names the version that the change makes. */
function waiverFor({ judge, versions, today }: GateContext, { code, id }: GateRule, { subject }: Objection): Spec<'Record'> | undefined {
  const own = countingRecords(judge, today).filter(({ value }) => value.type === 'waiver' && (value.rule === code || value.rule === id));
  return own.find((waiver) => flawOf(waiver, judge, today) === undefined && waiver.value.subject.some((name) => placeOf(versions.after, name) === subject));
}

function placeOf(workspace: Workspace, name: string): string | undefined {
  const { id, version, inner } = readReference(name);
  const spec = version === undefined ? undefined : workspace.specs.find((each) => each.id === id && versionOf(each) === version);
  return spec === undefined || inner === undefined ? spec?.coordinate : `${spec.coordinate}#${inner}`;
}
