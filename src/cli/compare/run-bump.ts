import { join } from 'node:path';
import { groupBy } from '../../base/groups.js';
import { bumps, type Bump } from '../../control/bumps.js';
import { spanIn } from '../../load/document.js';
import { openComparison, type Comparison } from '../../load/revisions.js';
import { lowBumps, type BumpResults, type WorkspaceBumps } from '../../report/bumps/bump-results.js';
import { bumpReporters } from '../../report/bumps/index.js';
import type { BumpOptions } from '../commands/bump.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { publishWhole, refuseToOverwrite } from '../publish.js';
import { tool } from '../tool.js';
import { writeFileWhole } from '../write-artifacts.js';
import { changesIn, headerOf, readPairs, versionOf, type WorkspacePair } from './read-pairs.js';

/** Tells how far the version of each document has to be raised, and raises it on request. */
export function runBump(console: Console, base: string | undefined, head: string | undefined, options: BumpOptions): ExitCode {
  const opened = openComparison(console.folder, base, head);
  if ('problem' in opened) throw new Failure(exitCodes.unreadable, opened.problem);
  const isWritten = options.write === true;
  if (isWritten && opened.head.kind !== 'working-tree') throw new Failure(exitCodes.usage, `\`--write\` changes the files as they lie here, and ${opened.head.label} is meant. Name one version only.`);
  const pairs = readPairs(opened).map((pair) => ({ pair, told: bumpsIn(console, opened, pair) }));
  const workspaces = pairs.map(({ told }) => told);
  const results: BumpResults = { tool, command: 'bump', base: versionOf(opened.base), head: versionOf(opened.head), isWritten, workspaces };
  refuseToOverwrite(console, options);
  if (isWritten) for (const { pair, told } of pairs) writeVersions(pair, lowBumps(told.bumps));
  publishWhole(console, options, results, bumpReporters);
  const isLow = workspaces.some((each) => lowBumps(each.bumps).length > 0);
  return workspaces.some(({ unread }) => unread.some(({ side }) => side === 'head')) || (isLow && !isWritten) ? exitCodes.findings : exitCodes.clean;
}

function bumpsIn(console: Console, opened: Comparison, pair: WorkspacePair): WorkspaceBumps {
  return { ...headerOf(pair), bumps: bumps(pair.before, pair.after, changesIn(pair, opened, { today: console.today() })) };
}

/** From the end of a file to its beginning, so that no offset moves before it is used. */
function writeVersions({ folder = '', after }: WorkspacePair, low: readonly Bump[]): void {
  for (const [file, own] of groupBy(low, ({ spec }) => join(folder, after.pathOf(spec.document.source.uri)))) {
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
