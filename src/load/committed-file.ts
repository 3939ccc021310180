import { shown } from '../base/words.js';
import { workspacesAmong } from './find-workspaces.js';
import { filesOf } from './git/commit-files.js';
import type { GitProblem } from './git/git-problem.js';
import { pinCommits, whyUnknown } from './git/pin-commits.js';
import { readRefName } from './git/ref-names.js';
import { openRepository } from './git/repository.js';
import { labelOf, within } from './revision-sources.js';

/** A file as a commit holds it. */
export interface CommittedFile {
  readonly bytes: Uint8Array;
  /** How people are told of the commit: `origin/main (1cf1455ad9c5)`. */
  readonly label: string;
  /** Whether the commit was named by the whole of its id, so that nobody can make it mean another one. */
  readonly isById: boolean;
}

/** A file as a commit holds it at its place, and others of its name that may be meant as well: who may move a workspace chooses the place. */
export interface FoundFile extends CommittedFile {
  readonly others: readonly CommittedFile[];
}

/** A file that lies beside the `waymark.yaml` of a workspace, wherever that stood. */
export interface FileOfWorkspace {
  /** Absolute folder that it lies in now. */
  readonly folder: string;
  readonly name: string;
  /** Whether a file of that name, of a workspace elsewhere in the commit, is the one that is meant. */
  isMeant(bytes: Uint8Array): boolean;
}

/**
 * Reads one file of any kind and size from a commit: the one that lay at the same place, else the only one that is meant. Its bytes are those
 * that were committed.
 *
 * @param text - A branch, a tag or a commit.
 */
export function committedFile({ folder, name, isMeant }: FileOfWorkspace, text: string): FoundFile | GitProblem {
  const repository = openRepository(folder);
  if ('problem' in repository) return repository;
  const ref = readRefName(text);
  if ('problem' in ref) return ref;
  const commit = pinCommits(repository, [ref])[0] ?? whyUnknown(repository, ref);
  if ('problem' in commit) return commit;
  const files = filesOf(repository, commit);
  if ('problem' in files) return files;
  const place = within(repository.folder, name);
  const isById = commit.id === text.toLowerCase();
  const placesElsewhere = (): readonly string[] => workspacesAmong(files.yamlFilesBelow('')).map((root) => within(root, name)).filter((path) => path !== place);
  const read = (path: string): readonly CommittedFile[] => {
    const bytes = files.whole(path);
    return bytes === undefined ? [] : [{ bytes, label: labelOf(commit, text, path === place ? undefined : path), isById }];
  };
  const [here] = read(place);
  const elsewhere = placesElsewhere().flatMap(read).filter(({ bytes }) => isMeant(bytes));
  if (here !== undefined) return { ...here, others: elsewhere };
  return elsewhere.length === 1 ? { ...elsewhere[0]!, others: [] } : notThere(place, labelOf(commit, text), elsewhere);
}

function notThere(place: string, label: string, others: readonly CommittedFile[]): GitProblem {
  const more = others.length === 0 ? '' : ` Workspaces elsewhere in it have ${others.length} that may be meant: ${others.map((each) => each.label).join(', ')}.`;
  return { reason: 'not-there', problem: `${label} holds no ordinary file \`${shown(place)}\`.${more}` };
}
