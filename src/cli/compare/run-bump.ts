import { join } from 'node:path';
import { groupBy } from '../../base/groups.js';
import { count } from '../../base/words.js';
import { bumps, type Bump } from '../../control/bumps.js';
import { spanIn } from '../../load/document.js';
import { openComparison } from '../../load/revisions.js';
import { visible } from '../../base/escape/visible.js';
import type { Unread } from '../../report/changes/change-results.js';
import { address } from '../../report/place.js';
import type { BumpOptions } from '../commands/bump.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { writeFileWhole } from '../write-artifacts.js';
import { changesIn, readPairs, unreadOf } from './read-pairs.js';

/** Tells how far the version of each document has to be raised, and raises it on request. */
export function runBump(console: Console, base: string | undefined, head: string | undefined, { write }: BumpOptions): ExitCode {
  const opened = openComparison(console.folder, base, head);
  if ('problem' in opened) throw new Failure(exitCodes.unreadable, opened.problem);
  if (write === true && opened.head.kind !== 'working-tree') throw new Failure(exitCodes.usage, `\`--write\` changes the files as they lie here, and ${opened.head.label} is meant. Name one version only.`);
  const pairs = readPairs(opened);
  const all = pairs.flatMap((pair) => bumps(pair.before, pair.after, changesIn(pair, opened, { today: console.today() })).map((bump) => ({ ...bump, file: join(pair.folder ?? '', pair.after.pathOf(bump.spec.document.source.uri)) })));
  const low = all.filter(({ verdict }) => verdict === 'too-low' || verdict === 'lowered');
  for (const bump of all) console.print(`${lineOf(bump)}\n`);
  if (write === true) writeVersions(low);
  const unread = pairs.flatMap(({ after }) => unreadOf('head', after));
  for (const each of unread) console.print(`${unreadLine(each)}\n`);
  if (all.length > 0 || unread.length === 0) console.print(`${closing(all, low, write === true)}\n`);
  return unread.length > 0 || (low.length > 0 && write !== true) ? exitCodes.findings : exitCodes.clean;
}

/** Of what cannot be read nobody knows what it changes. */
function unreadLine({ count: documents, first: { message, span } }: Unread): string {
  return `${span === undefined ? '' : `${visible(address(span))}  `}${count(documents, 'document')} of the later version cannot be read, so it is not known which version ${documents === 1 ? 'it needs' : 'they need'}: ${visible(message)}`;
}

const words: Readonly<Record<Bump['verdict'], (bump: Bump) => string>> = {
  enough: ({ step }) => `, as the ${step} step asks`,
  'too-low': ({ step, needed }) => `, and needs ${needed}: a ${step} step`,
  lowered: ({ needed }) => `, which is lower than before: at least ${needed}`,
  needless: () => ', though nothing has changed',
};

function lineOf(bump: Bump): string {
  const { subject, spec, before, declared, verdict, reasons } = bump;
  const why = reasons.slice(0, 3).map(({ message }) => `    ${visible(message)}`);
  const more = reasons.length > 3 ? [`    ... and ${count(reasons.length - 3, 'more change')}`] : [];
  return [`${visible(address(spanIn(spec.document, ['version'])))}  ${subject} was ${before} and is ${declared}${words[verdict](bump)}`, ...why, ...more].join('\n');
}

function closing(all: readonly Bump[], low: readonly Bump[], isWritten: boolean): string {
  if (all.length === 0) return 'No version has to be raised.';
  if (low.length === 0) return `${count(all.length, 'document')} changed, and every version is high enough.`;
  return isWritten ? `${count(low.length, 'version')} written.` : `${count(low.length, 'version')} to raise: \`waymark bump --write\` does it.`;
}

/** From the end of a file to its beginning, so that no offset moves before it is used. */
function writeVersions(low: readonly (Bump & { readonly file: string })[]): void {
  for (const [file, own] of groupBy(low, (bump) => bump.file)) {
    let { text } = own[0]!.spec.document.source;
    const places = own.map(({ spec, needed }) => ({ needed, ...spanIn(spec.document, ['version']) })).sort((a, b) => b.start - a.start);
    for (const { start, end, needed } of places) text = text.slice(0, start) + quotedAs(text.slice(start, end), needed) + text.slice(end);
    writeFileWhole(file, text);
  }
}

/** With the quotes that were there. */
function quotedAs(old: string, version: string): string {
  const quote = /^["']/.exec(old)?.[0] ?? '';
  return `${quote}${version}${quote}`;
}
