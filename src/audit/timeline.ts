/**
 * What a governed branch has held from its first commit on: every version of every spec, read from git in one go.
 *
 *     const timeline = openTimeline(folder);
 *     if ('problem' in timeline) return timeline.problem;
 *     for (const { coordinate, versions } of timeline.workspaces[0].specs) tell(coordinate, versions);
 */
import type { CalendarDay } from '../base/date.js';
import { isEntered, isYamlFile } from '../load/file-tree.js';
import type { GitProblem } from '../load/git/git-problem.js';
import { meantFrom, openHistory, type History, type PastCommit, type PastEdit } from '../load/history.js';
import { readFile, workspaceFile } from '../load/load-documents.js';
import { SharedTexts } from '../load/shared-texts.js';
import { recordedDays } from './recorded-days.js';
import type { Moment } from './spec-timeline.js';
import { nameIn, WorkspaceTimeline, type FileThen } from './workspace-timeline.js';

/** A governed branch through all its commits. */
export interface Timeline {
  /** How people are told of its last commit: `origin/main (1cf1455ad9c5)`. */
  readonly label: string;
  readonly tip: { readonly id: string; readonly date: string | undefined };
  /** Every commit that the branch was at, the oldest first. Of what was merged, only the merge is one. */
  readonly moments: readonly Moment[];
  /** Those of them whose own date cannot be right as it stands. */
  readonly misdated: readonly Misdated[];
  /** Every workspace that it ever held and that is meant where somebody works: at that folder or below it, wherever it stood before. */
  readonly workspaces: readonly WorkspaceTimeline[];
  /** Every workspace that it ever held, also those that are only meant where they are named. */
  readonly everywhere: readonly WorkspaceTimeline[];
  /** @internal */
  readonly history: History;
}

/**
 * Reads every version of every spec that a branch has held. Only files that a commit touches are read, each once; it takes four processes of git.
 *
 * @param folder - Absolute folder in which somebody works.
 * @param branch - The governed branch, a tag or a commit; without it `origin/main`, or where there is no such branch, `main`.
 * @param today - The day in UTC on which this is asked. A commit that says a later one is misdated; without it, only dates that run backwards are.
 * @returns The timeline, or why it cannot be read.
 */
export function openTimeline(folder: string, branch?: string, today?: CalendarDay): Timeline | GitProblem {
  const history = openHistory(folder, branch);
  return 'problem' in history ? history : timelineOf(history, today);
}

/**
 * The timeline of a history that is open.
 *
 * @internal The types of git's objects ask for those of Node, which an importer need not have.
 */
export function timelineOf(history: History, today?: CalendarDay): Timeline {
  const { days, misdated, behind } = recordedDays(history.commits.map(({ date }) => date), today);
  const moments = history.commits.map(({ id, date, author }, place): Moment => ({ place, id, date, author, recorded: days[place]! }));
  const walk = new Walk(history);
  for (const moment of moments) walk.add(moment, history.commits[moment.place]!);
  return { label: history.label, tip: history.tip, moments, misdated: misdated.map((place) => ({ ...moments[place]!, ...(behind.has(place) ? { behind: moments[behind.get(place)!]! } : {}) })), workspaces: meantFrom(history, walk.workspaces), everywhere: walk.workspaces, history };
}

/** A commit whose date lies behind that of one before it, ahead of the day on which it is asked, or is none. */
export interface Misdated extends Moment {
  /** The commit before it with the later date, from which it counts. One of the two is wrong. */
  readonly behind?: Moment;
}

/** What a commit did to the files of each workspace. */
type Dealt = ReadonlyMap<WorkspaceTimeline, ReadonlyMap<string, FileThen | undefined>>;

/** Deals out what each commit did to the workspaces that it did it in. */
class Walk {
  readonly workspaces: WorkspaceTimeline[] = [];
  readonly #history: History;
  readonly #files = new Map<string, PastEdit>();
  /** Files with words that documents may name, also those that are gone. */
  readonly #texts = new Map<string, PastEdit>();
  /** Workspaces that are there at the moment, by their folder. */
  #present = new Map<string, WorkspaceTimeline>();

  constructor(history: History) {
    this.#history = history;
  }

  add(moment: Moment, { edits, texts }: Pick<PastCommit, 'edits' | 'texts'>): void {
    const mine = edits.filter(({ path }) => isYamlFile(path));
    for (const edit of mine) {
      if (edit.entry === undefined) this.#files.delete(edit.path);
      else this.#files.set(edit.path, edit);
    }
    for (const edit of texts) this.#texts.set(edit.path, edit);
    const isAnew = mine.some(({ path }) => isWorkspaceFile(path));
    const dealt = isAnew ? this.#dealAnew(moment, mine) : this.#deal(mine);
    const told = isAnew ? [...this.#texts.values()] : texts;
    for (const workspace of this.workspaces) workspace.add(moment, dealt.get(workspace) ?? new Map(), this.#textsOf(workspace, told, isAnew));
  }

  #deal(edits: readonly PastEdit[]): Dealt {
    const dealt = new Map<WorkspaceTimeline, Map<string, FileThen | undefined>>();
    for (const edit of edits) {
      const workspace = this.#holderOf(edit.path);
      if (workspace === undefined) continue;
      if (!dealt.has(workspace)) dealt.set(workspace, new Map());
      dealt.get(workspace)!.set(edit.path, edit.entry === undefined ? undefined : this.#read(edit));
    }
    return dealt;
  }

  /** What a document names lies in the folder of its workspace, wherever else it may belong to. */
  #textsOf({ root, textPaths }: WorkspaceTimeline, texts: readonly PastEdit[], isAll: boolean): ReadonlyMap<string, PastEdit> {
    const start = root === '' ? '' : `${root}/`;
    const gone = isAll ? textPaths.map((path): [string, PastEdit] => [path, { path: start + path, entry: undefined }]) : [];
    return new Map([...gone, ...texts.filter(({ path }) => path.startsWith(start)).map((edit): [string, PastEdit] => [edit.path.slice(start.length), edit])]);
  }

  /** Which file belongs to which workspace is asked for all of them where a `waymark.yaml` comes, goes or says something else. */
  #dealAnew(moment: Moment, edits: readonly PastEdit[]): Dealt {
    const dealt = new Map<WorkspaceTimeline, Map<string, FileThen | undefined>>();
    this.#settle(moment, edits);
    const wanted = new Map<WorkspaceTimeline, Map<string, PastEdit>>(this.workspaces.map((each) => [each, new Map()]));
    for (const [path, edit] of this.#files) {
      const workspace = this.#holderOf(path);
      if (workspace !== undefined) wanted.get(workspace)!.set(path, edit);
    }
    for (const [workspace, files] of wanted) {
      const changes = new Map<string, FileThen | undefined>([...workspace.blobs.keys()].flatMap((path) => (files.has(path) ? [] : [[path, undefined]])));
      for (const [path, edit] of files) if (workspace.blobs.get(path) !== edit.entry!.id) changes.set(path, this.#read(edit));
      dealt.set(workspace, changes);
    }
    return dealt;
  }

  #settle(moment: Moment, edits: readonly PastEdit[]): void {
    const before = this.#present;
    const roots = [...this.#files.keys()].filter((path) => isWorkspaceFile(path)).map((path) => path.slice(0, -workspaceFile.length - 1));
    const left = [...before.values()].filter(({ root }) => !roots.includes(root));
    this.#present = new Map();
    for (const root of roots) {
      const edit = this.#files.get(ownFile(root))!;
      const workspace = this.workspaces.find((each) => each.root === root) ?? this.#moved(left, edit) ?? this.#moved(this.#goneBefore(before), edit, true) ?? this.#newWorkspace();
      workspace.enter(root, moment);
      if (edits.includes(edit)) workspace.settle(this.#read(edit), moment);
      this.#present.set(root, workspace);
    }
  }

  /** Those that left the branch earlier and have not come back, the last first. */
  #goneBefore(before: ReadonlyMap<string, WorkspaceTimeline>): WorkspaceTimeline[] {
    const there = new Set([...before.values(), ...this.#present.values()]);
    return this.workspaces.filter((each) => !there.has(each)).toReversed();
  }

  /** One that was moved is known by its name, or by the bytes of its `waymark.yaml`, which nobody may be able to read; one that was gone for a time only by a name that is unique, because ids are short. */
  #moved(left: WorkspaceTimeline[], edit: PastEdit, isUnique = false): WorkspaceTimeline | undefined {
    const name = nameIn(readFile('', this.#read(edit).content, new SharedTexts()).documents[0]?.value);
    const isNamed = isUnique ? name.includes('/') : name !== '';
    const isBytes = ({ root, blobs }: WorkspaceTimeline): boolean => !isUnique && blobs.get(ownFile(root)) === edit.entry!.id;
    const at = left.findIndex((each) => (isNamed && each.name === name) || isBytes(each));
    return at < 0 ? undefined : left.splice(at, 1)[0];
  }

  #newWorkspace(): WorkspaceTimeline {
    const workspace = new WorkspaceTimeline((edit) => this.#history.read(edit));
    this.workspaces.push(workspace);
    return workspace;
  }

  /** The nearest workspace around a file, if the file is one of its own. */
  #holderOf(path: string): WorkspaceTimeline | undefined {
    for (let end = path.lastIndexOf('/'); ; end = path.lastIndexOf('/', end - 1)) {
      const root = path.slice(0, Math.max(end, 0));
      const workspace = this.#present.get(root);
      const inner = path.slice(root === '' ? 0 : root.length + 1);
      if (workspace !== undefined) return isEntered(inner) && workspace.takes(inner) ? workspace : undefined;
      if (end <= 0) return undefined;
    }
  }

  #read(edit: PastEdit): FileThen {
    return { path: edit.path, blob: edit.entry!.id, content: this.#history.read(edit) };
  }
}

function ownFile(root: string): string {
  return root === '' ? workspaceFile : `${root}/${workspaceFile}`;
}

function isWorkspaceFile(path: string): boolean {
  return path === workspaceFile || path.endsWith(`/${workspaceFile}`);
}
