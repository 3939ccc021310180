import { readFileSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { leadsOut } from '../../base/paths.js';
import { readHostReport, type HostReport } from '../../control/host.js';
import type { Comparison } from '../../load/revisions.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

const largestHostFile = 8 * 1024 * 1024;

/** Reads what the code host says. A file of the pull request is no word of the host. */
export function readHost({ folder }: Console, file: string, opened: Comparison): HostReport {
  const path = resolve(folder, file);
  const text = textOf(path, file);
  const folders = [folder, opened.top(), ...opened.head.workspaces.map((each) => each.folder)].filter((each) => each !== undefined);
  if (folders.some((each) => liesIn(each, path))) throw new Failure(exitCodes.usage, `\`${file}\` lies among the files that are reviewed, so whoever wrote them may have written it. Let the CI job write it somewhere else.`);
  const report = readHostReport(text);
  if ('problem' in report) throw new Failure(exitCodes.unreadable, `\`${file}\` cannot be used: ${report.problem}.`);
  refuseOthers(file, report, opened);
  return report;
}

/** The commits that a file with the word of the host will ask for. Whether it may be used at all is judged once the versions are open. */
export function commitsApproved({ folder }: Console, file: string | undefined): readonly string[] {
  if (file === undefined) return [];
  try {
    const report = readHostReport(textOf(resolve(folder, file), file));
    return 'problem' in report ? [] : approvedCommits(report);
  } catch {
    return [];
  }
}

/** The commits that the host knows as approved. */
export function approvedCommits({ approvals }: HostReport): readonly string[] {
  return approvals.filter(({ state }) => state === 'approved').map(({ commit }) => commit);
}

/** As it is named, and where its links lead. */
function liesIn(folder: string, path: string): boolean {
  const real = [realpathSync.native(folder), realpathSync.native(path)] as const;
  return !leadsOut(relative(folder, path)) || !leadsOut(relative(...real));
}

function refuseOthers(file: string, report: HostReport, { base, head, tip }: Comparison): void {
  if (head.commit === undefined) throw new Failure(exitCodes.usage, 'The host speaks of commits. Name both versions, the later one too, for example `waymark review origin/main HEAD --host ...`.');
  if (report.head !== head.commit.id || ![base.commit?.id, tip?.id].includes(report.base)) throw new Failure(exitCodes.unreadable, `\`${file}\` speaks of other commits than those that are reviewed: ${base.label} and ${head.label}.`);
}

function textOf(path: string, file: string): string {
  try {
    if (!statSync(path).isFile() || statSync(path).size > largestHostFile) throw new Error('it is no file, or too large');
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure(exitCodes.unreadable, `\`${file}\` cannot be read: ${(error as Error).message}.`);
  }
}
