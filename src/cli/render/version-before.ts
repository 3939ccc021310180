import { diff } from '../../diff/diff.js';
import { openComparison, openParting } from '../../load/revisions.js';
import type { RenderSubject } from '../../render/render.js';
import { readPairs } from '../compare/read-pairs.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { DrawnWorkspace } from './run-render.js';

/** The version that was, with what differs from it in the workspace as it lies here. */
export function versionBefore(console: Console, drawn: DrawnWorkspace, version: string | undefined): NonNullable<RenderSubject['before']> {
  const opened = version === undefined ? openParting(console.folder, undefined, undefined) : openComparison(console.folder, version, undefined);
  if ('problem' in opened) throw new Failure(exitCodes.unreadable, opened.problem);
  const pair = readPairs(opened).find(({ after }) => after.name === drawn.workspace.name);
  if (pair === undefined) throw new Failure(exitCodes.unreadable, `${opened.base.label} and the files here have no workspace \`${drawn.workspace.name}\` in common.`);
  return { workspace: pair.before, changes: diff(pair.before, drawn.workspace) };
}
