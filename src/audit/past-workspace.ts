import { basename } from 'node:path';
import { compareText, type Coordinate } from '../base/diagnostic.js';
import { fieldOf } from '../base/json.js';
import { lazy } from '../base/lazy.js';
import { onceFor } from '../base/remembering.js';
import type { Document } from '../load/document.js';
import { isMissingIn, memoryTree, type FileTree } from '../load/file-tree.js';
import { loadDocuments, readFile, workspaceFile, type LoadedFiles } from '../load/load-documents.js';
import { SharedTexts } from '../load/shared-texts.js';
import type { Spec } from '../model/spec.js';
import { buildWorkspace, type Workspace } from '../model/workspace.js';
import { lastReleased, type Moment, type SpecVersion } from './spec-timeline.js';
import type { Timeline } from './timeline.js';
import type { WorkspaceTimeline } from './workspace-timeline.js';

/** A workspace on a branch, which may be asked for as it was. */
export interface Followed {
  readonly timeline: Timeline;
  readonly workspace: WorkspaceTimeline;
}

/** What was recorded of each document at a commit; nothing of what was gone by then. A file that cannot be read counts as what it was. */
export function recordedVersions({ workspace }: Followed, { place }: Pick<Moment, 'place'>): readonly SpecVersion[] {
  return workspace.specs.flatMap(({ versions }) => {
    const last = versions.findLast(({ moment }) => moment.place <= place);
    return last === undefined || last.event === 'gone' || last.directory !== undefined ? [] : [last];
  });
}

/** The workspace as the branch held it at a commit. The last few that were asked for are kept. */
export function workspaceAt(followed: Followed, moment: Moment): Workspace {
  const known = workspacesAt(followed.workspace);
  const found = known.get(moment.place) ?? recordedAt(followed, moment);
  known.delete(moment.place);
  known.set(moment.place, found);
  if (known.size > 3) known.delete(known.keys().next().value!);
  return found;
}

function recordedAt(followed: Followed, moment: Moment): Workspace {
  const versions = recordedVersions(followed, moment);
  const hasImports = versions.some((version) => version.kind === 'Workspace' && fieldOf(documentOf(followed, version).value, 'imports') !== undefined);
  return composed(followed, moment, versions, hasImports ? { imports: filesLoadedAt(followed, moment).imports } : {});
}

const workspacesAt = onceFor((_: WorkspaceTimeline) => new Map<number, Workspace>());

/**
 * A spec as a version left it: an entry of a Directory under the header of that, and a variant after its overlay on the base that the branch
 * held then. `undefined` for a variant whose base is not there or whose overlay does not fit.
 *
 * @param baseAt - The commit whose base is meant; without it that of the version.
 */
export function specOf(followed: Followed, version: SpecVersion, baseAt: Pick<Moment, 'place'> = version.moment): Spec | undefined {
  const document = documentOf(followed, version);
  const base = baseOf(document);
  const bases = base === undefined ? [] : basesHeld(followed, `journey:${base}`, version, baseAt).map((each) => documentOf(followed, each));
  const { variants, specAt } = buildWorkspace({ tree: memoryTree({}), prefix: '', folder: '', documents: [document, ...bases], imports: new Map(), problems: [] });
  const isSound = base === undefined || variants.some(({ spec, failures, problems }) => spec.coordinate === version.coordinate && failures.length + problems.length === 0);
  return isSound ? specAt(version.coordinate) : undefined;
}

/** Of a base that was put back to draft, what was released last goes on, and a variant that is no draft rests on that. */
function basesHeld(followed: Followed, base: Coordinate, { status }: SpecVersion, { place }: Pick<Moment, 'place'>): readonly SpecVersion[] {
  const held = recordedVersions(followed, { place }).filter(({ coordinate }) => coordinate === base);
  if (status === 'draft') return held;
  return held.map((each) => (each.status === 'draft' ? (lastReleased(versionsWith(followed, each).filter(({ moment, coordinate }) => moment.place <= place && coordinate === base)) ?? each) : each));
}

function versionsWith({ workspace }: Followed, version: SpecVersion): readonly SpecVersion[] {
  return workspace.specs.find(({ versions }) => versions.includes(version))!.versions;
}

/** The journey that a document is a variant of. */
export function baseOf({ kind, value }: Document): string | undefined {
  const base = kind === 'Journey' ? fieldOf(value, 'extends') : undefined;
  return typeof base === 'string' ? base.split('@')[0] : undefined;
}

/** True for a variant: what it says is only half of what it is. */
export function isVariant(followed: Followed, version: SpecVersion): boolean {
  return version.directory === undefined && baseOf(documentOf(followed, version)) !== undefined;
}

/**
 * Puts a workspace together from documents of different commits. What has no days of its own, such as the files that documents
 * refer to, is as one commit left it.
 *
 * @param moment - The commit that all else is taken from.
 * @param rest - What is taken over from that commit as it is: imported documents and what cannot be read, and the files where not all of them are of that commit.
 */
export function composed(followed: Followed, moment: Moment, versions: readonly SpecVersion[], rest: Partial<Pick<LoadedFiles, 'documents' | 'imports' | 'problems' | 'announced' | 'later' | 'ended' | 'tree'>> = {}): Workspace {
  const root = followed.workspace.rootAt(moment.place);
  const prefix = prefixOf(root);
  const documents = versions.map((version) => documentOf(followed, version, prefix)).sort(byPlace(prefix));
  const { documents: broken = [], imports = new Map(), problems = [], announced = new Set(), later = [], ended = () => [], tree = filesAt(followed, moment) } = rest;
  return buildWorkspace({ tree, prefix, folder: basename(root), documents: [...documents, ...broken], imports, problems, announced, later, ended });
}

/** A commit's workspace as it lies there, with what is wrong with it. While its `waymark.yaml` cannot be read, its settings are what they were. */
export function filesLoadedAt(followed: Followed, moment: Moment): LoadedFiles {
  const root = followed.workspace.rootAt(moment.place);
  return loadDocuments(filesAt(followed, moment), prefixOf(root), basename(root), undefined, followed.workspace.settingsAt(moment));
}

/** The document that a version stands in, as it is called in the folder of another commit. */
export function documentOf(followed: Followed, version: SpecVersion, prefix = prefixOf(followed.workspace.rootAt(version.moment.place))): Document {
  const own = prefixOf(followed.workspace.rootAt(version.moment.place));
  const uri = prefix + version.file.slice(own.length);
  const held = uri === version.file ? followed.workspace.documentHeld(version) : undefined;
  return held ?? documentsRead(followed.timeline)(version, uri)[version.document]!;
}

const documentsRead = onceFor(({ history }: Timeline) => {
  const [known, shared] = [new Map<string, readonly Document[]>(), new SharedTexts()];
  return ({ blob, file }: SpecVersion, uri: string): readonly Document[] => {
    const key = `${blob} ${uri}`;
    const found = known.get(key) ?? byIndex(readFile(uri, history.read({ path: file, entry: { mode: '100644', id: blob } }), shared).documents);
    known.set(key, found);
    return found;
  };
});

/** A document that is none of ours takes a place in its file as well. */
function byIndex(documents: readonly Document[]): readonly Document[] {
  const placed: Document[] = [];
  for (const document of documents) placed[document.index] = document;
  return placed;
}

/** As a folder is read: its `waymark.yaml` first, then one file after the other. */
function byPlace(prefix: string): (a: Document, b: Document) => number {
  const own = prefix + workspaceFile;
  return (a, b) => Number(b.source.uri === own) - Number(a.source.uri === own) || compareText(a.source.uri, b.source.uri) || a.index - b.index;
}

/** Which files a commit has is asked when the first of them is looked at. */
export function filesAt({ timeline, workspace }: Followed, moment: Moment): FileTree {
  const tree = lazy((): FileTree => {
    const opened = timeline.history.filesAt(moment, workspace.rootAt(moment.place));
    return 'problem' in opened ? { yamlFiles: () => [], read: () => ({ problem: 'damaged' }) } : opened;
  });
  return {
    yamlFiles: () => tree().yamlFiles(),
    read: (path) => tree().read(path),
    identity: (path) => tree().identity?.(path),
    expect: (path) => tree().expect?.(path),
    isMissing: (path) => isMissingIn(tree(), path),
  };
}

function prefixOf(root: string): string {
  return root === '' ? '' : `${root}/`;
}
