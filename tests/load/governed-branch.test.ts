import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openHistory } from '../../src/load/history.js';
import { openComparison } from '../../src/load/revisions.js';
import { cloneOf, newRepository, team, workspace, type TestRepository } from '../support/git-repository.js';

function naming(branch: string): string {
  return `${workspace}branch: ${branch}\n`;
}

/** `main` names another branch, which goes on. */
function moved(): TestRepository {
  const made = newRepository();
  made.commit({ 'waymark.yaml': workspace });
  made.commit({ 'waymark.yaml': naming('trunk') });
  made.git('checkout', '-q', '-b', 'trunk');
  made.commit({ 'a.yaml': team('a') });
  return made;
}

/** Whose history is told, and what is compared with: each without the id of the commit. */
function governing({ folder }: Pick<TestRepository, 'folder'>): readonly string[] {
  return [openHistory(folder), openComparison(folder)].map((opened) => ('problem' in opened ? opened.problem : 'base' in opened ? opened.base.label : opened.label).replace(/ \([0-9a-f]{12}\)/g, ''));
}

describe('the branch that governs where none is named', () => {
  const made = moved();

  it('is the one that `waymark.yaml` names on main, in the repository and in a clone of it', () => {
    expect(governing(made)).toEqual(['trunk', 'trunk']);
    const clone = cloneOf(made, '--branch', 'main');
    expect(governing(clone)).toEqual(['origin/trunk', 'merge base with origin/trunk']);
    made.git('checkout', '-q', '-B', 'topic', 'trunk');
    made.commit({ 'b.yaml': team('b') });
    made.git('checkout', '-q', 'trunk');
    made.commit({ 'c.yaml': team('c') });
    made.git('checkout', '-q', 'topic');
    expect(governing(made)).toEqual(['trunk', 'merge base with trunk']);
  });

  it('is never what a proposal says, whoever wrote it', () => {
    made.git('checkout', '-q', '-B', 'proposal', 'trunk');
    made.commit({ 'waymark.yaml': naming('proposal') });
    expect(governing(made)).toEqual(['trunk', 'trunk']);
    made.git('checkout', '-q', '-B', 'older', 'main~1');
    expect(governing(made)).toEqual(['trunk', 'merge base with trunk']);
  });

  it('is not main where the named one is not here', () => {
    const clone = cloneOf(made, '--branch', 'main', '--single-branch');
    const problem = 'On origin/main, `waymark.yaml` names `trunk` as the branch that governs, and there is neither `origin/trunk` nor `trunk` here. Run `git fetch origin trunk:refs/remotes/origin/trunk`, or name the branch.';
    expect(governing(clone)).toEqual([problem, problem]);
  });

  it('is the default branch of the host where there is no main, if its `waymark.yaml` says so', () => {
    const host = newRepository();
    host.git('checkout', '-q', '-b', 'trunk');
    host.commit({ 'waymark.yaml': workspace });
    expect(governing(cloneOf(host)).map((words) => words.slice(0, 47))).toEqual(Array(2).fill('There is neither `origin/main` nor `main` here,'));
    host.commit({ 'waymark.yaml': naming('trunk') });
    expect(governing(cloneOf(host))).toEqual(['origin/trunk', 'origin/trunk']);
  });

  it('is asked of the workspace that somebody works in, where several name other ones', () => {
    const several = newRepository();
    several.commit({ 'a/waymark.yaml': naming('trunk'), 'b/waymark.yaml': workspace });
    several.git('branch', 'trunk');
    const problem = 'On main the workspaces here do not name one branch that governs them: `a` names `trunk` and `b` names `main`. Work in one of them, or name the branch.';
    expect(governing(several)).toEqual([problem, problem]);
    expect(governing({ folder: join(several.folder, 'a') })).toEqual(['trunk', 'trunk']);
    expect(governing({ folder: join(several.folder, 'b') })).toEqual(['main', 'main']);
  });

  it.each(['a..b', 'x.lock'])('is refused where %j is no name of a branch', (name) => {
    const odd = newRepository();
    odd.commit({ 'waymark.yaml': naming(name) });
    expect(governing(odd)).toEqual(Array(2).fill(expect.stringContaining(name)));
  });
});
