import { canonicalJson } from '../../base/canonical-json.js';
import type { JsonValue } from '../../base/json.js';
import { shown } from '../../base/words.js';
import type { LedgerEntry } from './ledger-entry.js';
import type { ReleasedFacts } from './released-versions.js';

/** The entries of a ledger beside what the branch holds. */
export interface Compared {
  /** How many entries say what the branch holds, from the first on. */
  readonly agreed: number;
  /** The first that says something else. */
  readonly problem?: { readonly line: number; readonly message: string };
  /** How many released versions of the branch stand in no entry. */
  readonly unsealed: number;
}

/** What is compared. How far a change went and who agreed was judged when it was sealed, and is not judged again. */
const fields = ['subject', 'version', 'type', 'status', 'effective', 'commit', 'committed', 'file', 'blob', 'sourceDigest', 'contentDigest', 'effectiveDigest', 'texts', 'previous'] as const satisfies readonly (keyof ReleasedFacts)[];

/** Compares entries with what a branch has released, one after the other. Both are in the order of the branch. */
export function compareWithBranch(entries: readonly LedgerEntry[], released: readonly ReleasedFacts[], label: string): Compared {
  for (const [index, entry] of entries.entries()) {
    const message = whyOther(entry, released[index], label);
    if (message !== undefined) return { agreed: index, problem: { line: index + 1, message }, unsealed: 0 };
  }
  return { agreed: entries.length, unsealed: released.length - entries.length };
}

function whyOther(entry: LedgerEntry, facts: ReleasedFacts | undefined, label: string): string | undefined {
  const what = `Line ${entry.seq} is about \`${shown(entry.subject)}\` ${shown(entry.version)}`;
  if (facts === undefined) return `${what}, and ${label} has released nothing more than the ${entry.seq - 1} entries before it: the entry is forged, the branch was set back, or another branch is meant (\`--ref\`).`;
  const field = fields.find((each) => written(entry[each]) !== written(facts[each]));
  if (field === undefined) return undefined;
  return `${what}: its \`${field}\` is ${inWords(entry[field])}, and ${label} has ${inWords(facts[field])} there. The entry is forged, the branch was rewritten after it was sealed, or another branch is meant (\`--ref\`).`;
}

function written(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value as JsonValue);
}

function inWords(value: unknown): string {
  return value === undefined ? 'not said' : `\`${shown(value)}\``;
}
