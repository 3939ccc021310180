/**
 * Which branch governs where nobody names one. `waymark.yaml` says so under `branch`, and only what `main` holds of it counts, or where there is no
 * `main`, the default branch of the code host: a proposal must not choose what it is judged by.
 */
import { listOf, shown } from '../base/words.js';
import type { Commit } from './git/commit.js';
import { howToFetch, type GitProblem } from './git/git-problem.js';
import { pinCommits, type Pinned } from './git/pin-commits.js';
import { readRefName, type RefName } from './git/ref-names.js';
import type { Repository } from './git/repository.js';
import { readFile, workspaceFile } from './load-documents.js';
import type { Workspace as Settings } from '../schema/kinds/workspace.js';
import type { WorkspaceFiles } from './revision-sources.js';
import { SharedTexts } from './shared-texts.js';

/** A branch with its last commit. */
export interface BranchTip {
  readonly ref: RefName;
  readonly tip: Commit;
}

/** The branches that are looked for where none is named. */
export const defaultBases = ['refs/remotes/origin/main', 'refs/heads/main', 'refs/remotes/origin/HEAD'].map((text) => readRefName(text) as RefName);

/** The first of some branches that is there. */
export function firstTip(refs: readonly RefName[], pinned: readonly Pinned[]): BranchTip | GitProblem | undefined {
  const at = pinned.findIndex((each) => each !== undefined);
  const tip = pinned[at];
  return tip === undefined || 'problem' in tip ? tip : { ref: refs[at]!, tip };
}

/** How people call a branch. */
export function shortName({ text }: RefName): string {
  return text.replace(/^refs\/(?:remotes|heads)\//, '');
}

/**
 * The branch that governs workspaces.
 *
 * @param found - The default branch, by which they are known.
 * @param workspaces - Those that are meant, as its last commit holds them.
 * @returns The same branch where they name no other one; `undefined` where the one that they name, or `main`, is not there.
 */
export function governingBranch(repository: Repository, found: BranchTip, workspaces: readonly WorkspaceFiles[]): BranchTip | GitProblem | undefined {
  const named = new Map(workspaces.map((each) => [branchNamedIn(each), each.root === '' ? '.' : each.root]));
  if (named.size > 1) return several(found, named);
  const [branch = 'main'] = named.keys();
  const refs = refsOf(branch);
  if ('problem' in refs) return refs;
  if (refs.some(({ name }) => name === found.ref.name)) return found;
  return firstTip(refs, pinCommits(repository, refs)) ?? (branch === 'main' ? undefined : notHere(found, branch));
}

/** As the language has it, `main` where nothing is said; also where what is said cannot be read. */
function branchNamedIn({ tree }: WorkspaceFiles): string {
  const content = tree.read(workspaceFile);
  const settings = 'problem' in content ? undefined : (readFile(workspaceFile, content, new SharedTexts()).documents[0]?.value as Partial<Settings> | undefined);
  const branch: unknown = settings?.branch;
  return typeof branch === 'string' ? branch : 'main';
}

function refsOf(branch: string): readonly RefName[] | GitProblem {
  const refs = ['refs/remotes/origin', 'refs/heads'].map((folder) => readRefName(`${folder}/${branch}`));
  return refs.find((each) => 'problem' in each) as GitProblem | undefined ?? (refs as readonly RefName[]);
}

function labelOf({ ref, tip }: BranchTip): string {
  return `${shortName(ref)} (${tip.id.slice(0, 12)})`;
}

function several(found: BranchTip, named: ReadonlyMap<string, string>): GitProblem {
  return { reason: 'ambiguous', problem: `On ${labelOf(found)} the workspaces here do not name one branch that governs them: ${listOf([...named].map(([branch, root]) => `\`${shown(root)}\` names \`${shown(branch)}\``))}. Work in one of them, or name the branch.` };
}

function notHere(found: BranchTip, branch: string): GitProblem {
  return { reason: 'no-base', problem: `On ${labelOf(found)}, \`waymark.yaml\` names \`${shown(branch)}\` as the branch that governs, and there is neither \`origin/${shown(branch)}\` nor \`${shown(branch)}\` here. Run \`${howToFetch(shown(branch))}\`, or name the branch.` };
}
