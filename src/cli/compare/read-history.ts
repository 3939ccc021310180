import { basename } from 'node:path';
import { namedTexts } from '../../analysis/named-texts.js';
import { groupBy } from '../../base/groups.js';
import { recordedDays } from '../../audit/recorded-days.js';
import type { CalendarDay } from '../../base/date.js';
import type { JsonObject } from '../../base/json.js';
import { Chronicle } from '../../control/chronicle.js';
import { meantFrom, type History, type PastVersion } from '../../load/history.js';
import { loadDocuments, type KnownFiles } from '../../load/load-documents.js';
import type { WorkspaceFiles } from '../../load/revision-sources.js';
import { buildWorkspace, type Workspace } from '../../model/workspace.js';
import type { Document } from '../../load/document.js';
import type { ChangelogSection, WorkspaceChangelog } from '../../report/changelog/changelog-results.js';
import { nothing, prefixOf, unreadOf } from './read-pairs.js';

/** Reads a history version by version, and tells of each workspace what every version has released. */
export function readHistory(history: History): readonly WorkspaceChangelog[] {
  let followed: readonly FollowedWorkspace[] = [];
  const days = recordedDays(history.commits.map(({ date }) => date)).days;
  const dayOf = new Map(history.commits.map(({ id }, place) => [id, days[place]!]));
  for (const version of history.versions) followed = follow(followed, version, dayOf.get(version.commit.id)!);
  return meantFrom(history, followed).map((each) => each.changelog()).filter(({ sections, unread }) => sections.length + unread.length > 0).sort((a, b) => (a.root < b.root ? -1 : 1));
}

/** A workspace that was moved is known by its name. One that is gone is empty from then on. */
function follow(followed: readonly FollowedWorkspace[], { commit, workspaces }: PastVersion, day: CalendarDay): readonly FollowedWorkspace[] {
  const roots = new Set(workspaces.map(({ root }) => root));
  const left = followed.filter(({ root }) => !roots.has(root));
  const all = [...followed];
  for (const files of workspaces) {
    const found = all.find(({ root }) => root === files.root) ?? left.find((each) => each.isMovedTo(files));
    if (found === undefined) all.push(new FollowedWorkspace(files, commit, day));
    else found.read(files, commit, day);
  }
  for (const each of left) if (!roots.has(each.root)) each.read(undefined, commit, day);
  return all;
}

/** One workspace through its versions. What was read of a file stays until the file is another one. */
class FollowedWorkspace {
  /** Every folder that it was in, the last one last. */
  readonly roots: string[];
  readonly #chronicle = new Chronicle(nothing());
  readonly #sections: ChangelogSection[] = [];
  #known: KnownFiles = new Map();
  #sound = new Map<string, readonly Document[]>();
  #seen = '';
  /** What its `waymark.yaml` said when it could be read last. */
  #settings: JsonObject | undefined;
  /** Files with words for customers that the newest version names. */
  #texts: readonly string[] = [];
  /** The newest version as it is written. */
  #written: Workspace = nothing();
  #title = '';

  constructor(files: WorkspaceFiles, commit: PastVersion['commit'], day: CalendarDay) {
    this.roots = [files.root];
    this.read(files, commit, day);
  }

  get root(): string {
    return this.roots.at(-1)!;
  }

  /** Whether a workspace at another place is this one. */
  isMovedTo(files: WorkspaceFiles): boolean {
    return buildWorkspace(loadDocuments(files.tree, prefixOf(files.root), basename(files.root))).name === this.#written.name;
  }

  /** Reads the next version; `undefined` for one that does not have it. */
  read(files: WorkspaceFiles | undefined, commit: PastVersion['commit'], day: CalendarDay): void {
    if ((files === undefined ? '' : signatureOf(files, this.#texts)) === this.#seen) return;
    const workspace = files === undefined ? this.#leave() : this.#build(files);
    this.#texts = [...new Set(workspace.specs.flatMap((spec) => namedTexts(spec)).map(({ file }) => file))];
    this.#seen = files === undefined ? '' : signatureOf(files, this.#texts);
    const releases = this.#chronicle.add(workspace, day);
    if (releases.length > 0) this.#sections.unshift({ isDated: true, commit, releases });
  }

  #leave(): Workspace {
    this.#written = nothing();
    return this.#written;
  }

  /** A file that cannot be read counts as what it was when it last could: it is neither gone nor new. */
  #build({ root, tree }: WorkspaceFiles): Workspace {
    if (root !== this.root) this.roots.push(root);
    const files = loadDocuments(tree, prefixOf(root), basename(root), this.#known, this.#settings);
    this.#written = buildWorkspace(files);
    this.#settings = this.#written.root?.value as JsonObject | undefined ?? this.#settings;
    this.#title = this.#written.root?.value.title ?? root;
    const byFile = groupBy(files.documents, ({ source }) => source.uri);
    const isSound = (documents: readonly Document[]): boolean => documents.every(({ problems }) => problems.length === 0);
    const sound = new Map([...byFile].map(([uri, documents]) => [uri, isSound(documents) ? documents : (this.#sound.get(uri) ?? documents)]));
    const isWhole = [...byFile].every(([uri, documents]) => sound.get(uri) === documents);
    this.#sound = sound;
    return isWhole ? this.#written : buildWorkspace({ ...files, documents: [...sound.values()].flat() });
  }

  /** Everything that it has become, the newest first. */
  changelog(): WorkspaceChangelog {
    const unreleased = this.#chronicle.unreleased();
    return {
      root: this.root === '' ? '.' : this.root,
      title: this.#title,
      unread: unreadOf('head', this.#written),
      sections: [...(unreleased.length === 0 ? [] : [{ isDated: true, releases: unreleased }]), ...this.#sections],
    };
  }
}

/** What tells two versions of a workspace apart without reading them. */
function signatureOf({ root, tree }: WorkspaceFiles, texts: readonly string[]): string {
  return [root, ...[...tree.yamlFiles(), ...texts].map((path) => `${tree.identity?.(path) ?? ''} ${path}`)].join('\n');
}
