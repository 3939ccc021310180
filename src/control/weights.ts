import { count } from '../base/words.js';
import { gradeInPolicy, isSofter, type Grade } from '../validate/presets.js';
import { Excuses } from './excuses.js';
import type { GateContext, GateRule, Objection } from './gate-rule.js';

/**
 * What a rule of the gate objects to, weighed as the branch weighs it: its Policy may weigh a rule otherwise, and a waiver that stands there
 * excuses one finding. Neither the Policy nor a waiver of the change itself counts, and where nothing was governed before, nothing
 * softens. What is let pass is still told. A remark asks for nothing, so it stays what it is.
 */
export function weighed(context: GateContext, rule: GateRule, objections: readonly Objection[], excuses = new Excuses(context)): readonly Objection[] {
  const grade = gradeOf(context, rule);
  const [remarks, weighable] = [objections.filter(isRemark), objections.filter((objection) => !isRemark(objection))];
  if (grade === 'off') return [...remarks, ...(weighable.length === 0 ? [] : [passedOver(rule, weighable)])];
  return [...remarks, ...weighable.map((objection) => excuses.of(rule, grade === undefined ? objection : { ...objection, severity: grade }))];
}

function isRemark({ severity }: Objection): boolean {
  return severity === 'info';
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
