import { canonicalJson } from '../../base/canonical-json.js';
import { isArray, isObject, type JsonValue } from '../../base/json.js';
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
  readonly judgedOtherwise: readonly { readonly line: number; readonly message: string }[];
  /** How many released versions of the branch stand in no entry. */
  readonly unsealed: number;
}

/**
 * Everything that an entry says of a version; what it says of the ledger is held together by the chain. The compiler misses none. What the branch
 * holds is the same for every Waymark; whom a Record speaks of, and how far a change went, each understands for itself.
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

const fields = (Object.keys(places) as readonly (keyof SealedVersion)[]).filter((each) => places[each] !== 'said');
const weighed = fields.filter((each) => places[each] === 'weighed');

/** Compares entries with what a branch has released, one after the other. Both are in the order of the branch. */
export function compareWithBranch(entries: readonly LedgerEntry[], released: readonly SealedVersion[], label: string): Compared {
  for (const [index, entry] of entries.entries()) {
    const message = whyOther(entry, released[index], label);
    if (message !== undefined) return { agreed: index, problem: { line: index + 1, message }, judgedOtherwise: [], unsealed: 0 };
  }
  const judgedOtherwise = entries.flatMap((entry, index) => otherwise(entry, released[index]!)).map(([entry, message]) => ({ line: entry.seq, message }));
  return { agreed: entries.length, judgedOtherwise, unsealed: released.length - entries.length };
}

function otherwise(entry: LedgerEntry, facts: SealedVersion): readonly (readonly [LedgerEntry, string])[] {
  const others = weighed.filter((each) => written(entry[each]) !== written(facts[each]));
  if (others.length === 0) return [];
  const told = others.map((each) => `its \`${each}\` was ${inWords(entry[each])} to it and is ${inWords(facts[each])} to this one, ${facts.judgedBy!.waymark}`);
  return [[entry, `Line ${entry.seq} is about \`${shown(entry.subject)}\` ${shown(entry.version)} and was judged by ${judgeWords(entry.judgedBy!, facts.judgedBy!)} when it was sealed: ${listOf(told)}.`]];
}

/** True where the entry names a Waymark that is not the one that runs, so that the two may weigh a change otherwise. */
function isJudgedElsewhere(entry: LedgerEntry, facts: SealedVersion): boolean {
  return entry.judgedBy !== undefined && facts.judgedBy !== undefined && !isSameJudge(entry.judgedBy, facts.judgedBy);
}

/** What was sealed before it was said who judged it tells a draft from what has left by nothing. */
function isOther(entry: LedgerEntry, facts: SealedVersion, field: keyof SealedVersion): boolean {
  if (field === 'type' && entry.judgedBy === undefined && facts.type === 'drafted') return entry.type !== 'removed';
  return written(entry[field]) !== written(field === 'approvals' ? approvalsLike(entry, facts) : facts[field]);
}

/** What was sealed before it was said whom a Record may mean says less, and nothing else. */
function approvalsLike(entry: LedgerEntry, { approvals }: SealedVersion): SealedVersion['approvals'] {
  return approvals.map(({ names, ...rest }, at) => (names === undefined || entry.approvals[at]?.names === undefined ? rest : { ...rest, names }));
}

function whyOther(entry: LedgerEntry, facts: SealedVersion | undefined, label: string): string | undefined {
  const what = `Line ${entry.seq} is about \`${shown(entry.subject)}\` ${shown(entry.version)}`;
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
