import { canonicalJson } from '../../base/canonical-json.js';
import { isArray, isObject, type JsonValue } from '../../base/json.js';
import { isAbove } from '../../base/versions.js';
import { listOf, shown } from '../../base/words.js';
import { isSameJudge, judgeWords } from './judge.js';
import type { LedgerEntry, SealedVersion } from './ledger-entry.js';

/** The entries of a ledger beside what the branch holds. */
export interface Compared {
  /** How many entries say what the branch holds, from the first on. */
  readonly agreed: number;
  /** The first that says something else. */
  readonly problem?: { readonly line: number; readonly message: string };
  /** Entries that say what the branch holds, in which another Waymark than the one that runs has judged otherwise how far the change went. */
  readonly judgedOtherwise: readonly ToldEntry[];
  /** Entries that say less than the branch does, as entries did before it was said who judged them: it may have been taken out of them. */
  readonly saysLess: readonly ToldEntry[];
  /** Entries that name as their judge a Waymark that is newer than the one that runs, or another build of it: what they name is compared with nothing. */
  readonly judgedUnknown: readonly ToldEntry[];
  /** How many released versions of the branch stand in no entry. */
  readonly unsealed: number;
}

/** An entry by its line, and what is told of it as a sentence. */
export interface ToldEntry {
  readonly line: number;
  readonly message: string;
}

/**
 * Everything that an entry says of a version; what it says of the ledger is held together by the chain. The compiler misses none. What the branch
 * holds is the same for every Waymark; whom a Record speaks of, and how far a change went, each understands for itself, and which one judged is what the entry says.
 */
const places: Readonly<Record<keyof SealedVersion, 'held' | 'understood' | 'weighed' | 'said'>> = {
  subject: 'held',
  version: 'held',
  type: 'held',
  status: 'held',
  effective: 'held',
  commit: 'held',
  committed: 'held',
  file: 'held',
  blob: 'held',
  sourceDigest: 'held',
  contentDigest: 'held',
  effectiveDigest: 'held',
  texts: 'held',
  previous: 'held',
  approvals: 'understood',
  level: 'weighed',
  regulated: 'weighed',
  judgedBy: 'said',
};

const fields = Object.keys(places) as readonly (keyof SealedVersion)[];
const weighed = fields.filter((each) => places[each] === 'weighed');

/** What the branch released, with what older entries say of its days and of how far it went, where that is something else. */
export interface BranchVersion {
  readonly facts: SealedVersion;
  readonly formerly?: SealedVersion['effective'];
  readonly onceNew?: true;
  readonly weighedOnce?: Pick<SealedVersion, 'level' | 'regulated'>;
}

/** Compares entries with what a branch has released, one after the other. Both are in the order of the branch. */
export function compareWithBranch(entries: readonly LedgerEntry[], all: readonly BranchVersion[], label: string): Compared {
  const released = all.map((each, at) => (entries[at] === undefined ? each.facts : asOlder(entries[at], each)));
  for (const [index, entry] of entries.entries()) {
    const message = whyEndMissing(entry, released, index, label) ?? whyDraftTaken(entry, released, label) ?? whyOther(entry, released[index], label);
    if (message !== undefined) return { agreed: index, problem: { line: index + 1, message }, ...nothingTold, unsealed: 0 };
  }
  const weight = ({ line }: ToldEntry): number => (lacksJudgeOnly(entries[line - 1]!, released[line - 1]!) ? 1 : 0);
  const told = (words: (entry: LedgerEntry, facts: SealedVersion) => string | undefined): readonly ToldEntry[] => entries.flatMap((entry, index) => {
    const message = words(entry, released[index]!);
    return message === undefined ? [] : [{ line: entry.seq, message }];
  });
  return { agreed: entries.length, judgedOtherwise: told(otherwise), saysLess: [...told((entry, facts) => less(entry, facts, label)), ...told((entry) => ownDays(entry, all[entry.seq - 1]!, label)), ...told((entry) => calledNew(entry, all[entry.seq - 1]!, label)), ...told((entry) => lastStep(entry, all[entry.seq - 1]!, label))].toSorted((a, b) => weight(a) - weight(b)), judgedUnknown: told(unknownJudge), unsealed: released.length - entries.length };
}

/** What the branch released, as an entry says it that may say less because it is an older one. */
function asOlder(entry: LedgerEntry, released: BranchVersion): SealedVersion {
  const { facts, formerly } = released;
  const days = formerly !== undefined && written(entry.effective) === written(formerly) ? { ...facts, effective: formerly } : facts;
  const { level: _level, regulated: _regulated, ...unweighed } = days;
  if (isLastStep(entry, released)) return { ...unweighed, ...released.weighedOnce };
  if (!isCalledNew(entry, released)) return days;
  const { previous: _previous, judgedBy: _judgedBy, ...rest } = unweighed;
  return { ...rest, approvals: entry.approvals };
}

/** What was released from a draft was once compared with the draft, and not with what was released before it. */
function isLastStep(entry: LedgerEntry, { facts, weighedOnce }: BranchVersion): boolean {
  const isSaying = (said: Pick<SealedVersion, 'level' | 'regulated'>): boolean => weighed.every((each) => written(entry[each]) === written(said[each as keyof typeof said]));
  return weighedOnce !== undefined && isSaying(weighedOnce) && !isSaying(facts);
}

/** What is new has nothing before it, and nobody who agreed to that. */
function isCalledNew({ previous, level, regulated, judgedBy, approvals }: LedgerEntry, { facts, onceNew }: BranchVersion): boolean {
  const held = new Set(facts.approvals.map(written));
  const saysLess = facts.previous !== undefined || approvals.length < held.size;
  return onceNew === true && saysLess && [previous, level, regulated, judgedBy].every((each) => each === undefined) && approvals.every((each) => held.has(written(each)));
}

/** Of what is not compared to the end, nothing is told. */
export const nothingTold: Pick<Compared, 'judgedOtherwise' | 'saysLess' | 'judgedUnknown'> = { judgedOtherwise: [], saysLess: [], judgedUnknown: [] };

function otherwise(entry: LedgerEntry, facts: SealedVersion): string | undefined {
  const others = weighed.filter((each) => written(entry[each]) !== written(facts[each]));
  if (others.length === 0) return undefined;
  const told = others.map((each) => `its \`${each}\` was ${inWords(entry[each])} to it and is ${inWords(facts[each])} to this one, ${facts.judgedBy!.waymark}`);
  return `${aboutLine(entry)} and was judged by ${judgeWords(entry.judgedBy!, facts.judgedBy!)} when it was sealed: ${listOf(told)}.`;
}

/** Where an entry is one of those that may say less than the branch does, and does so. */
function less(entry: LedgerEntry, facts: SealedVersion, label: string): string | undefined {
  const lacking = [
    ...(entry.type === facts.type ? [] : [`its \`type\` is ${inWords(entry.type)}, not ${inWords(facts.type)}`]),
    ...(written(entry.approvals) === written(facts.approvals) ? [] : ['of an approval it does not say which documents the Record may mean (`names`)']),
    ...(entry.judgedBy !== undefined || facts.judgedBy === undefined ? [] : ['it does not say who judged how far the change went (`judgedBy`)']),
  ];
  return lacking.length === 0 ? undefined : `${aboutLine(entry)} and says less than ${label}, as entries did before it was said who judged them: ${lacking.join('; ')}.`;
}

/** An older entry of a variant that became another one with its base says the variant's own first day. */
function ownDays(entry: LedgerEntry, { facts }: BranchVersion, label: string): string | undefined {
  if (written(entry.effective) === written(facts.effective)) return undefined;
  return `${aboutLine(entry)} and says the variant's own first day, ${inWords(entry.effective?.from)}, as older entries did. What its base became, and the variant with it, is in force from ${inWords(facts.effective?.from)} on, as ${label} has it.`;
}

/** What came back under an id that it had before it was given another one was once taken for new. */
function calledNew(entry: LedgerEntry, released: BranchVersion, label: string): string | undefined {
  if (!isCalledNew(entry, released)) return undefined;
  return `${aboutLine(entry)} and calls it new, as older entries did. As ${label} has it, it had this id before, and another one in between: what came before, how far the change went, and who agreed to the same before, is not in the entry.`;
}

/** What was released from a draft, as older entries weighed it. */
function lastStep(entry: LedgerEntry, released: BranchVersion, label: string): string | undefined {
  if (!isLastStep(entry, released)) return undefined;
  const { facts } = released;
  return `${aboutLine(entry)} and says how far its last step went, from a draft, as older entries did: its \`level\` is ${inWords(entry.level)}, its \`regulated\` ${inWords(entry.regulated)}. Compared with what was released before the draft, as ${label} has it, they are ${inWords(facts.level)} and ${inWords(facts.regulated)}.`;
}

/** What an older Waymark was cannot be known here, and that there was one is no surprise. Of a newer one, or of another build, it is. */
function unknownJudge(entry: LedgerEntry, facts: SealedVersion): string | undefined {
  if (!isJudgedElsewhere(entry, facts) || isAbove(facts.judgedBy!.waymark, entry.judgedBy!.waymark)) return undefined;
  return `${aboutLine(entry)} and says that ${judgeWords(entry.judgedBy!, facts.judgedBy!)} judged it. That is compared with nothing: this one, ${facts.judgedBy!.waymark}, does not know that one.`;
}

/** What all older entries lack is told behind what few do, so that the one does not hide the other. */
function lacksJudgeOnly(entry: LedgerEntry, facts: SealedVersion): boolean {
  return entry.type === facts.type && written(entry.approvals) === written(facts.approvals);
}

function aboutLine(entry: LedgerEntry): string {
  return `Line ${entry.seq} is about \`${shown(entry.subject)}\` ${shown(entry.version)}`;
}

/** True where the entry names a Waymark that is not the one that runs, so that the two may weigh a change otherwise. */
function isJudgedElsewhere(entry: LedgerEntry, facts: SealedVersion): boolean {
  return entry.judgedBy !== undefined && facts.judgedBy !== undefined && !isSameJudge(entry.judgedBy, facts.judgedBy);
}

/**
 * What was sealed before it was said who judged it may say less, which is told: a draft that is called `removed`, and approvals without what their
 * Records may mean. An entry that says who judged it has no such excuse. Only what had changed has a judge.
 */
function isOther(entry: LedgerEntry, facts: SealedVersion, field: keyof SealedVersion): boolean {
  if (field === 'type' && entry.judgedBy === undefined && facts.type === 'drafted') return entry.type !== 'removed';
  if (field === 'judgedBy') return entry.judgedBy !== undefined && facts.judgedBy === undefined;
  return written(entry[field]) !== written(field === 'approvals' && entry.judgedBy === undefined ? approvalsLike(entry, facts) : facts[field]);
}

/** What was sealed before it was said whom a Record may mean says less, and nothing else. */
function approvalsLike(entry: LedgerEntry, { approvals }: SealedVersion): SealedVersion['approvals'] {
  return approvals.map(({ names, ...rest }, at) => (names === undefined || entry.approvals[at]?.names === undefined ? rest : { ...rest, names }));
}

/** Of what was put back to draft and then left, the end once stood in no ledger. */
function whyEndMissing(entry: LedgerEntry, released: readonly SealedVersion[], index: number, label: string): string | undefined {
  const facts = released[index];
  if (facts?.type !== 'removed' || released.slice(0, index).findLast(({ subject }) => subject === facts.subject)?.type !== 'drafted') return undefined;
  if (released[index + 1] === undefined || whyOther(entry, released[index + 1], label) !== undefined) return undefined;
  return `${aboutLine(entry)}, and before that ${label} has the end of \`${shown(facts.subject)}\` ${shown(facts.version)}, which was put back to draft and then left the workspace. Somebody took that entry out, or a Waymark sealed the ledger that did not put such an end on record yet: under another name this one stays as it is, and a new one says all.`;
}

/** A variant was once taken to become what its base became as a draft again. A draft binds nobody, so the branch has no such entry. */
function whyDraftTaken(entry: LedgerEntry, released: readonly SealedVersion[], label: string): string | undefined {
  if (entry.effectiveDigest === undefined || entry.type !== 'changed' || released.some(({ subject, commit }) => subject === entry.subject && commit === entry.commit)) return undefined;
  const base = released.find(({ type, commit }) => type === 'drafted' && commit === entry.commit);
  if (base === undefined) return undefined;
  return `${aboutLine(entry)}, and ${label} has no change of it in that commit, which put \`${shown(base.subject)}\` back to draft. Somebody added that entry, or a Waymark sealed the ledger that took what a base became as a draft for what its variants became: under another name this one stays as it is, and a new one says what is in force.`;
}

function whyOther(entry: LedgerEntry, facts: SealedVersion | undefined, label: string): string | undefined {
  const what = aboutLine(entry);
  if (facts === undefined) return `${what}, and ${label} has released nothing more than the ${entry.seq - 1} entries before it: the entry is forged, the branch was set back, or another branch is meant (\`--ref\`).`;
  const field = fields.find((each) => isOther(entry, facts, each) && !(places[each] === 'weighed' && isJudgedElsewhere(entry, facts)));
  if (field === undefined) return undefined;
  const { name, said, held } = firstOther(field, entry[field], facts[field]);
  return `${what}: its \`${name}\` is ${apart(said, held)}, and ${label} has ${apart(held, said)} there. The entry is forged, the branch was rewritten after it was sealed, or another branch is meant (\`--ref\`).${places[field] === 'held' || isSameJudge(entry.judgedBy, facts.judgedBy) ? '' : judgedAnew}`;
}

/** How far a change went, and whom a Record speaks of, follow from the branch and from how a version of Waymark understands them. */
const judgedAnew = ' Or another version of Waymark has sealed it, which weighed the change, or understood its Records, otherwise: verify it with that one.';

/** A value of the ledger beside that of the branch, and where they stand. */
interface Beside {
  readonly name: string;
  readonly said: unknown;
  readonly held: unknown;
}

/** What differs, as near as it can be named: of a list the first entry that is another one, counted from 1, and the first field of that. */
function firstOther(name: string, said: unknown, held: unknown): Beside {
  if (!isArray(said) || !isArray(held)) return fieldOther(name, said, held);
  const at = (said.length > held.length ? said : held).findIndex((_, index) => written(said[index]) !== written(held[index]));
  return fieldOther(`${name}[${at + 1}]`, said[at], held[at]);
}

function fieldOther(name: string, said: unknown, held: unknown): Beside {
  if (!isObject(said) || !isObject(held)) return { name, said, held };
  const key = Object.keys({ ...said, ...held }).find((each) => written(said[each]) !== written(held[each]))!;
  return { name: `${name}.${key}`, said: said[key], held: held[key] };
}

function written(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value as JsonValue);
}

function inWords(value: unknown): string {
  return value === undefined ? 'not said' : `\`${shown(textOf(value))}\``;
}

function textOf(value: unknown): unknown {
  return typeof value === 'object' ? canonicalJson(value as JsonValue) : value;
}

/** A value beside another one. Where the two begin alike and are too long to be shown, each is shown from shortly before they part. */
function apart(value: unknown, other: unknown): string {
  const [text, beside] = [value, other].map((each) => String(textOf(each) ?? ''));
  if (value === undefined || shown(text) !== shown(beside)) return inWords(value);
  const at = [...text!].findIndex((letter, index) => letter !== [...beside!][index]);
  const begin = Math.max(0, (at < 0 ? text!.length : at) - 10);
  return `\`${shown(`...${[...text!].slice(begin).join('')}`)}\``;
}
