import { countingRecords, versionOf } from '../analysis/records.js';
import { readReference } from '../analysis/written-reference.js';
import { dayAfter, type CalendarDay } from '../base/date.js';
import { groupBy } from '../base/groups.js';
import { isAbove } from '../base/versions.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { isExcusableAtGate, isOfGate } from './gate-waivers.js';
import { isAboutReading, isForbidden, severityOf, isOn, type RuleSettings } from './presets.js';
import type { Raised } from './raised.js';
import type { Rule } from './rule.js';

type Waiver = Spec<'Record'>;

export interface WaiverOutcome {
  readonly kept: readonly Raised[];
  readonly waived: readonly Raised[];
  /** What is wrong with waivers themselves. */
  readonly findings: readonly Raised[];
}

/**
 * Takes out the findings that waiver Records excuse: each waiver one finding, of one rule, about one subject. A waiver that
 * has run out is told of while what it excused is still there; afterwards it is history.
 */
export function applyWaivers(workspace: Workspace, raised: readonly Raised[], rules: readonly Rule[], asOf: CalendarDay, settings: RuleSettings): WaiverOutcome {
  const left = [...raised];
  const waived: Raised[] = [];
  const findings: Raised[] = [];
  const waivers = countingRecords(workspace, asOf).filter(({ value }) => value.type === 'waiver');
  const byId = groupBy(waivers.length > 0 ? workspace.specs : [], ({ id }) => id);
  for (const waiver of waivers) {
    const subjects = subjectsOf(waiver, byId, workspace);
    const excused = left.findIndex((each) => excuses(waiver, each, subjects));
    const objection = objectionTo(waiver, rules, workspace, asOf);
    if (objection === undefined && excused >= 0) waived.push(...left.splice(excused, 1));
    else if (objection === undefined && isOfGate(waiver.value.rule)) continue;
    else if (objection === undefined) findings.push(...tell('GOV-003', waiver, isToCome(waiver, byId) ? waiting(waiver) : unused(waiver), rules, workspace, settings));
    else if (excused >= 0 || objection.isPast !== true) findings.push(...tell('GOV-002', waiver, objection, rules, workspace, settings));
  }
  return { kept: left, waived, findings };
}

interface Objection {
  readonly field: string;
  readonly message: string;
  readonly hint: string;
  /** True when the waiver is history, and is told of only while what it names is still there. */
  readonly isPast?: true;
}

function objectionTo(waiver: Waiver, rules: readonly Rule[], workspace: Workspace, asOf: CalendarDay): Objection | undefined {
  const { id, value } = waiver;
  if (isTurnedDown(value.outcome)) return notGranted(waiver);
  const rule = rules.find(({ code, id: name }) => code === value.rule || name === value.rule);
  if (rule === undefined && !isOfGate(value.rule)) return { field: value.rule === undefined ? 'id' : 'rule', message: `The waiver \`${id}\` names no rule that exists.`, hint: 'Write the code of the rule, for example `rule: GRF-008`; `waymark rules` lists them.' };
  if (isForbidden(rule ?? { code: value.rule!, id: value.rule! }, workspace.policy)) return { field: 'rule', message: `The Policy lets nobody excuse ${rule?.code ?? value.rule}.`, hint: 'Repair what the rule finds. This waiver changes nothing.' };
  if (rule !== undefined && isAboutReading(rule)) return { field: 'rule', message: `Nobody can excuse ${rule.code}: a document that cannot be read is missing from everything else.`, hint: 'Repair what the rule finds. This waiver changes nothing.' };
  if (rule === undefined && !isExcusableAtGate(value.rule)) return { field: 'rule', message: `Nobody can excuse ${value.rule}: it guards who agrees to a change, which version it makes or what is put on record.`, hint: 'Do what the rule asks of the change. This waiver changes nothing.' };
  return flawOf(waiver, workspace, asOf);
}

function notGranted({ id }: Waiver): Objection {
  return { field: 'outcome', message: `The waiver \`${id}\` was not granted: its outcome says so.`, hint: 'Repair what the rule finds, or write a new waiver that somebody approves.', isPast: true };
}

/** Why a waiver excuses nothing, whatever rule it names. */
export function flawOf(waiver: Waiver, workspace: Workspace, asOf: CalendarDay): Objection | undefined {
  const { id, value } = waiver;
  if (isTurnedDown(value.outcome)) return notGranted(waiver);
  if (value.reason === undefined) return { field: 'id', message: `The waiver \`${id}\` gives no reason.`, hint: 'Add `reason:` with why this finding is acceptable for now.' };
  if ((value.approvals ?? []).length === 0) return { field: 'id', message: `Nobody has approved the waiver \`${id}\`.`, hint: 'Add `approvals:` with the role that agreed.' };
  if (value.expires === undefined) return { field: 'id', message: `The waiver \`${id}\` never ends.`, hint: 'Add `expires:` with the day on which it no longer counts.' };
  if (value.expires <= asOf) return { field: 'expires', message: `The waiver \`${id}\` ended on ${value.expires}.`, hint: 'Repair what it excused, or write a new waiver with a new approval.', isPast: true };
  const longest = longestEnd(value.date, workspace);
  if (longest !== undefined && value.expires > longest) return { field: 'expires', message: `The waiver \`${id}\` runs longer than the Policy allows.`, hint: `Let it end by ${longest}.` };
  return undefined;
}

/** The outcome is free text; a refusal begins with its word. */
function isTurnedDown(outcome = ''): boolean {
  return /^\W*(?:not (?:yet )?(?:approved|granted|accepted|agreed|given)|turned down|reject|refus|declin|den(?:y|ied)|disapprov|withdr[ae]w|revok)/i.test(outcome);
}

function longestEnd(date: string, workspace: Workspace): CalendarDay | undefined {
  const maxAge = workspace.policy.value.waivers?.maxAge;
  return maxAge === undefined ? undefined : dayAfter(date, maxAge);
}

function excuses({ value }: Waiver, { rule, subject }: Raised, subjects: ReadonlySet<string>): boolean {
  return (value.rule === rule.code || value.rule === rule.id) && subjects.has(subject);
}

/** What a waiver's subjects mean today: an id may be one of several kinds, and another version than the present one is nothing. */
function subjectsOf({ value }: Waiver, byId: ReadonlyMap<string, readonly Spec[]>, workspace: Workspace): ReadonlySet<string> {
  return new Set(value.subject.flatMap((written) => {
    const { id, version, inner } = readReference(written);
    const meant = (byId.get(id) ?? []).filter((spec) => version === undefined || version === versionOf(spec));
    return meant.map((spec) => (inner === undefined ? spec.coordinate : innerCoordinate(spec, inner, workspace)));
  }));
}

/** A step may be named with its stage. */
export function innerCoordinate(spec: Spec, inner: string, workspace: Workspace): string {
  const step = spec.kind === 'Journey' ? workspace.journey(spec.id)?.step(inner) : undefined;
  return step?.coordinate ?? `${spec.coordinate}#${inner}`;
}

/** A waiver may stand there before the change that it is meant for. */
function isToCome({ value }: Waiver, byId: ReadonlyMap<string, readonly Spec[]>): boolean {
  return value.subject.some((written) => {
    const { id, version } = readReference(written);
    const now = (byId.get(id) ?? []).map((spec) => versionOf(spec) ?? '');
    return version !== undefined && now.length > 0 && now.every((each) => isAbove(version, each));
  });
}

function waiting({ id, value }: Waiver): Objection {
  return { field: 'subject', message: `The waiver \`${id}\` waits for a version that is still to come: ${value.subject.join(', ')}.`, hint: `Let it be: once that version is here, it excuses one finding of ${value.rule}.` };
}

function unused({ id, value }: Waiver): Objection {
  return { field: 'rule', message: `The waiver \`${id}\` excuses nothing: ${value.rule} finds nothing about ${value.subject.join(', ')}.`, hint: 'Let it be: once its time is over, nothing more is said of it. If it was meant for another place or version, write a new waiver for that.' };
}

function tell(code: string, waiver: Waiver, { field, message, hint }: Objection, rules: readonly Rule[], workspace: Workspace, settings: RuleSettings): readonly Raised[] {
  const rule = rules.find((each) => each.code === code);
  if (rule === undefined || !isOn(rule, workspace.policy, settings)) return [];
  const severity = severityOf(rule, undefined, workspace.policy, settings);
  return [{ rule, severity, subject: waiver.coordinate, finding: { at: { spec: waiver, path: [field] }, message, hint } }];
}

