import { countingRecords, versionOf } from '../analysis/records.js';
import { readReference } from '../analysis/written-reference.js';
import { compareText, type Coordinate } from '../base/diagnostic.js';
import { listOf, quoted } from '../base/words.js';
import { documentPartOf, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { isExcusableAtGate } from '../validate/gate-waivers.js';
import { isAboutReading, isForbidden } from '../validate/presets.js';
import { rules } from '../validate/rules/index.js';
import { flawOf, innerCoordinate } from '../validate/waivers.js';
import type { GateContext, Objection } from './gate-rule.js';
import { newRecords } from './records.js';
import { isBesideOthers, judgeOf, type Versions } from './versions.js';
import { protectedRoles } from './waiver-approvers.js';

type Waiver = Spec<'Record'>;
type RuleName = Readonly<Record<'code' | 'id', string>>;

/**
 * What waivers excuse in one review. One that stands on the branch excuses one objection, in the version that it names and that the change
 * makes, with the approval of everybody whom the change asks. One that comes with the change is a claim. Where a waiver is meant for
 * something and excuses nothing, it is told why.
 */
export class Excuses {
  readonly #context: GateContext;
  readonly #used = new Set<string>();

  constructor(context: GateContext) {
    this.#context = context;
  }

  /** The objection, let pass where a waiver excuses it. */
  of(rule: RuleName, objection: Objection): Objection {
    const reasons = this.#meantFor(rule, objection).map((waiver) => ({ waiver, why: this.#whyNot(waiver, rule, objection) }));
    const granted = reasons.find(({ why }) => why === undefined)?.waiver;
    if (granted === undefined) return reasons.length === 0 ? objection : { ...objection, hint: [objection.hint ?? '', reasons[0]!.why!].join(' ').trim() };
    this.#used.add(granted.id);
    return { ...objection, severity: 'info', hint: `Excused until ${granted.value.expires!} by \`${granted.id}\`.` };
  }

  /** Waivers of the rule about the same thing, in whichever version: the nearest first. What has ended and was for another version is history. */
  #meantFor(rule: RuleName, { subject, severity }: Objection): readonly Waiver[] {
    if (subject === undefined || severity === 'info' || !mayBeExcused(rule)) return [];
    const { judge, versions, today } = this.#context;
    const standing = judge === versions.after || isBesideOthers(versions) ? [] : judge.all('Record');
    const all = [...standing, ...newRecords(versions)].filter(({ value }) => value.type === 'waiver' && (value.rule === rule.code || value.rule === rule.id));
    const near = (waiver: Waiver): number => Number(namesMade(versions, waiver, subject)) * 2 + Number(standing.includes(waiver));
    const isHistory = (waiver: Waiver): boolean => near(waiver) < 2 && flawOf(waiver, judge, today)?.isPast === true;
    return all.filter((waiver) => isAbout(versions, waiver, subject) && !isHistory(waiver)).sort((a, b) => near(b) - near(a) || compareText(a.id, b.id));
  }

  /** Why a waiver does not excuse an objection, with what to do: the first reason that there is. */
  #whyNot(waiver: Waiver, rule: RuleName, { subject = '' }: Objection): string | undefined {
    const { judge, versions, today, isFirstAdoption } = this.#context;
    const words = (why: string): string => `The waiver \`${waiver.id}\` does not excuse it: ${why}`;
    const made = madeName(versions, subject);
    const first = (): string => `Let one stand on the branch first, by a pull request of its own, that names \`${made}\` as its \`subject\`, and ${listOf(quoted(this.#asked(subject)))} under \`approvals\`.`;
    if (isFirstAdoption) return words('nothing stood on the branch before, so nobody could agree to it. Repair what is found, or let the document begin as a draft.');
    if (isForbidden(rule, judge.policy)) return words(`the Policy of the branch lets nobody excuse ${rule.code}.`);
    if (made === undefined) return words('here a waiver counts for a version that the change makes, and this document keeps the one that it had. Repair what is found.');
    if (newRecords(versions).includes(waiver)) return words(`it comes with this change, and is only a claim. ${first()}`);
    if (!countingRecords(judge, today).includes(waiver)) return words('it is of a later day, or another Record stands in its place.');
    const flaw = flawOf(waiver, judge, today);
    if (flaw !== undefined) return `${flaw.message} ${flaw.hint}`;
    if (!namesMade(versions, waiver, subject)) return words(`it names ${listOf(quoted(waiver.value.subject))}, and not the version that this change makes. ${first()}`);
    if (this.#used.has(waiver.id)) return words('it excuses another finding already, and each waiver excuses one.');
    return this.#unapproved(waiver, subject, words);
  }

  #unapproved({ value }: Waiver, subject: Coordinate, words: (why: string) => string): string | undefined {
    const approved = new Set((value.approvals ?? []).map(({ role }) => role));
    const asked = this.#asked(subject);
    const missing = asked.filter((role) => !approved.has(role));
    if (asked.length === 0) return words('the Policy says of nobody who could agree to it. Name a role for `journey-owner` or `compliance` under its `roles`, in a pull request before this one.');
    return missing.length === 0 ? undefined : words(`${listOf(quoted(missing))} did not approve that.`);
  }

  /** Roles that have to have approved a waiver about a document: those that are asked whatever changes there, and those that this change asks. */
  #asked(subject: Coordinate): readonly string[] {
    const { versions, answers } = this.#context;
    const document = documentPartOf(subject);
    const asked = answers.filter(({ demand }) => demand.subject === document && demand.count === undefined).flatMap(({ demand }) => demand.approvers);
    return [...new Set([...protectedRoles(versions, [document]), ...asked].map(({ role }) => role))];
  }
}

/** Of the rules of the gate some, of the others all but those without which a document cannot be read. */
function mayBeExcused({ code }: RuleName): boolean {
  const rule = rules.find((each) => each.code === code);
  return rule === undefined ? isExcusableAtGate(code) : !isAboutReading(rule);
}

/** The name of a place in the version that the change makes; none where that version stood before. */
function madeName(versions: Versions, subject: Coordinate): string | undefined {
  const spec = versions.after.specAt(subject);
  const version = spec && versionOf(spec);
  const stood = (workspace: Workspace): boolean => [workspace.specAt(subject)].some((each) => each !== undefined && versionOf(each) === version);
  if (spec === undefined || version === undefined || [versions.before, judgeOf(versions)].some(stood)) return undefined;
  return `${spec.id}@${version}${subject.slice(spec.coordinate.length)}`;
}

function isAbout(versions: Versions, { value }: Waiver, subject: Coordinate): boolean {
  return value.subject.some((name) => placesOf(versions, name).includes(subject));
}

/** A waiver is about one change: it names the version that the change makes. */
function namesMade(versions: Versions, { value }: Waiver, subject: Coordinate): boolean {
  const version = readReference(madeName(versions, subject) ?? '').version;
  return version !== undefined && value.subject.some((name) => readReference(name).version === version && placesOf(versions, name).includes(subject));
}

/** What a name may mean in the later version, in whichever version it is. */
function placesOf({ after }: Versions, name: string): readonly Coordinate[] {
  const { id, inner } = readReference(name);
  return after.specs.filter((spec) => spec.id === id).map((spec) => (inner === undefined ? spec.coordinate : innerCoordinate(spec, inner, after)));
}
