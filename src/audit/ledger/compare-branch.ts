import { canonicalJson } from '../../base/canonical-json.js';
import { isArray, isObject, type JsonValue } from '../../base/json.js';
import { shown } from '../../base/words.js';
import type { LedgerEntry, SealedVersion } from './ledger-entry.js';

/** The entries of a ledger beside what the branch holds. */
export interface Compared {
  /** How many entries say what the branch holds, from the first on. */
  readonly agreed: number;
  /** The first that says something else. */
  readonly problem?: { readonly line: number; readonly message: string };
  /** How many released versions of the branch stand in no entry. */
  readonly unsealed: number;
}

/** Everything that an entry says of a version; what it says of the ledger is held together by the chain. The compiler misses none. */
const places: Readonly<Record<keyof SealedVersion, 'held' | 'judged'>> = {
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
  approvals: 'held',
  level: 'judged',
  regulated: 'judged',
};

const fields = Object.keys(places) as readonly (keyof SealedVersion)[];

/** Compares entries with what a branch has released, one after the other. Both are in the order of the branch. */
export function compareWithBranch(entries: readonly LedgerEntry[], released: readonly SealedVersion[], label: string): Compared {
  for (const [index, entry] of entries.entries()) {
    const message = whyOther(entry, released[index], label);
    if (message !== undefined) return { agreed: index, problem: { line: index + 1, message }, unsealed: 0 };
  }
  return { agreed: entries.length, unsealed: released.length - entries.length };
}

function whyOther(entry: LedgerEntry, facts: SealedVersion | undefined, label: string): string | undefined {
  const what = `Line ${entry.seq} is about \`${shown(entry.subject)}\` ${shown(entry.version)}`;
  if (facts === undefined) return `${what}, and ${label} has released nothing more than the ${entry.seq - 1} entries before it: the entry is forged, the branch was set back, or another branch is meant (\`--ref\`).`;
  const field = fields.find((each) => written(entry[each]) !== written(facts[each]));
  if (field === undefined) return undefined;
  const { name, said, held } = firstOther(field, entry[field], facts[field]);
  return `${what}: its \`${name}\` is ${inWords(said)}, and ${label} has ${inWords(held)} there. The entry is forged, the branch was rewritten after it was sealed, or another branch is meant (\`--ref\`).${places[field] === 'judged' ? judgedAnew : ''}`;
}

/** How far a change went follows from the branch and from how a version of Waymark weighs it. */
const judgedAnew = ' Or another version of Waymark has sealed it, which weighed the change otherwise: verify it with that one.';

/** A value of the ledger beside that of the branch, and where they stand. */
interface Beside {
  readonly name: string;
  readonly said: unknown;
  readonly held: unknown;
}

/** What differs, as near as it can be named: of a list the first entry that is another one, counted from 1, and the first field of that. */
function firstOther(name: string, said: unknown, held: unknown): Beside {
  if (!isArray(said) || !isArray(held)) return { name, said, held };
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
  return value === undefined ? 'not said' : `\`${shown(typeof value === 'object' ? canonicalJson(value as JsonValue) : value)}\``;
}
