import type { LedgerNames } from '../../audit/ledger/ledger-names.js';
import { listOf, quoted, shown } from '../../base/words.js';

/** What is told where the name of a ledger is not all that there is to know of it. */
export function namesWords(ledger: string, { names = [], namesakes = [], before = [] }: LedgerNames): readonly string[] {
  return [...renamedWords(ledger, names), ...before.map(beforeWords), ...(namesakes.length === 0 ? [] : [`The workspace in ${listOf(quoted(namesakes.map(shown)))} is, or once was, called \`${shown(ledger)}\` as well. Two ledgers of one name are told apart by the digest in a checkpoint, not by the name.`])];
}

/** What was released in another workspace was sealed there, and nowhere again. */
function beforeWords({ name, folder }: NonNullable<LedgerNames['before']>[number]): string {
  return `Documents of this workspace stood in another one before, \`${shown(name)}\` (\`${shown(folder)}\`). What was released there does not stand in this ledger: if one was kept there, keep it, and verify it by itself.`;
}

/** A ledger goes on under the name that it began with, so one that bears a later name was begun later. */
function renamedWords(ledger: string, names: NonNullable<LedgerNames['names']>): readonly string[] {
  const now = names.at(-1);
  if (now === undefined) return [];
  const at = names.findIndex(({ name }) => name === ledger);
  const since = `${now.since} (${now.commit.slice(0, 12)})`;
  if (now.name !== ledger) return [`Since ${since} the workspace is called \`${shown(now.name)}\`. The ledger keeps the name that it began with, \`${shown(ledger)}\`, and so do its checkpoints.`];
  const [before, began] = [names[at - 1], names[at]];
  if (before === undefined) return [];
  return [`Until ${began!.since} (${began!.commit.slice(0, 12)}) the workspace was called \`${shown(before.name)}\`. A ledger goes on under the name that it began with, so this one was begun after that: if one was kept before, it is another one, \`${shown(before.name)}\`, and has to be verified by itself.`];
}
