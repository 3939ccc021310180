import { recordedDays } from '../../audit/recorded-days.js';
import { releases } from '../../control/releases.js';
import { openHistory } from '../../load/history.js';
import { openComparison, type Comparison } from '../../load/revisions.js';
import { changelogReporters } from '../../report/changelog/index.js';
import type { ChangelogResults, ChangelogSection, WorkspaceChangelog } from '../../report/changelog/changelog-results.js';
import type { ChangelogOptions } from '../commands/changelog.js';
import { submoduleHint } from '../../load/git/submodules.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { publishEach, refuseToOverwrite } from '../publish.js';
import { tool } from '../tool.js';
import { readHistory } from './read-history.js';
import { headerOf, readPairs, versionOf } from './read-pairs.js';

/** Tells people what has become of each document. */
export function runChangelog(console: Console, base: string | undefined, head: string | undefined, options: ChangelogOptions): ExitCode {
  if (options.all === true && head !== undefined) throw new Failure(exitCodes.usage, '`--all` begins at the first version. Name only the branch whose history is told.');
  const results: ChangelogResults = { tool, command: 'changelog', ...(options.all === true ? historyOf(console, base) : comparisonOf(console, base, head)) };
  refuseToOverwrite(console, options);
  publishEach(console, { ...options, failOn: 'never', maxProblems: Infinity }, (format, view) => changelogReporters.find(({ id }) => id === format)!.report(results, view));
  return results.workspaces.some(({ unread }) => unread.some(({ side }) => side === 'head')) ? exitCodes.findings : exitCodes.clean;
}

type Told = Omit<ChangelogResults, 'tool' | 'command'>;

function historyOf({ folder, today }: Console, branch: string | undefined): Told {
  const opened = openHistory(folder, branch);
  if ('problem' in opened) throw new Failure(exitCodes.unreadable, opened.problem);
  const workspaces = readHistory(opened);
  if (workspaces.length === 0) throw new Failure(exitCodes.unreadable, `No version of ${opened.label} has a workspace: a folder with a \`waymark.yaml\`.${submoduleHint(folder)}`);
  const { days } = recordedDays(opened.commits.map(({ date }) => date), today());
  const dayOf = new Map(opened.commits.map(({ id }, place) => [id, days[place]!]));
  const dated = ({ commit, ...rest }: ChangelogSection): ChangelogSection => (commit === undefined ? rest : { ...rest, commit: { ...commit, recorded: dayOf.get(commit.id)! } });
  return { head: { label: opened.label, commit: opened.tip.id }, workspaces: workspaces.map((each) => ({ ...each, sections: each.sections.map(dated) })) };
}

function comparisonOf({ folder }: Console, base: string | undefined, head: string | undefined): Told {
  const opened = openComparison(folder, base, head);
  if ('problem' in opened) throw new Failure(exitCodes.unreadable, opened.problem);
  refuseFiles(opened);
  return { base: versionOf(opened.base), head: versionOf(opened.head), workspaces: readPairs(opened).map((pair): WorkspaceChangelog => ({ ...headerOf(pair), sections: sectionsOf(releases(pair.before, pair.after)) })) };
}

function sectionsOf(all: ReturnType<typeof releases>): WorkspaceChangelog['sections'] {
  return all.length === 0 ? [] : [{ isDated: false, releases: all }];
}

/** What becomes of a document depends on all that it names. */
function refuseFiles({ base, head }: Comparison): void {
  if (base.file === undefined && head.file === undefined) return;
  throw new Failure(exitCodes.usage, 'A changelog is told of whole workspaces. Name versions or folders; `waymark diff` compares single files.');
}
