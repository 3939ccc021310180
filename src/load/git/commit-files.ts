import { posix } from 'node:path';
import { compareText } from '../../base/diagnostic.js';
import { lazy } from '../../base/lazy.js';
import { isEntered, isEnteredFolder, isTextFile, isYamlFile, type FileContent, type FileProblem, type FileTree } from '../file-tree.js';
import { limits } from '../limits.js';
import type { Commit } from './commit.js';
import type { Entries, Entry } from './file-lists.js';
import type { GitProblem } from './git-problem.js';
import type { Repository } from './repository.js';

const link = '120000';
const submodule = '160000';

/**
 * The files of one commit. They are listed by one process, and their contents are the committed bytes: nothing is checked out, so
 * no attribute, filter or line ending changes them.
 */
export class CommitFiles {
  readonly #repository: Repository;
  readonly #entries: Entries;
  readonly #folders: () => ReadonlySet<string>;

  constructor(repository: Repository, entries: Entries) {
    this.#repository = repository;
    this.#entries = entries;
    this.#folders = lazy(() => foldersOf(entries.keys()));
  }

  /** What lies at a path from the top: a file in the widest sense, a folder, a submodule or nothing. */
  kindOf(path: string): 'file' | 'folder' | 'submodule' | undefined {
    const mode = this.#entries.get(path)?.mode;
    if (mode !== undefined) return mode === submodule ? 'submodule' : 'file';
    return path === '' || this.#folders().has(path) ? 'folder' : undefined;
  }

  /** The submodule that a path lies in. */
  submoduleAround(path: string): string | undefined {
    return foldersAround(path).find((folder) => this.kindOf(folder) === 'submodule');
  }

  /** Every file below a folder that may hold a document, from that folder and in order. No content is read. */
  yamlFilesBelow(folder: string): readonly string[] {
    return this.#namesBelow(folder).filter((path) => isEntered(path) && isYamlFile(path)).sort(compareText);
  }

  /** A file among these that this clone does not hold. It is the first look at what was asked for. */
  missingBelow(folder: string): string | undefined {
    const paths = this.yamlFilesBelow(folder).map((path) => posix.join(folder, path));
    return paths.find((path) => this.#isFile(path) && this.#repository.objects.sizeOf(this.#entries.get(path)!.id) === undefined);
  }

  /**
   * The files of a folder. They are read together with those of every other folder and commit of this repository that was asked
   * for before the first of them is looked at.
   */
  below(folder: string): FileTree {
    const start = folder === '' ? '' : `${folder}/`;
    for (const path of this.#namesBelow(folder)) this.#expect(path, start);
    return {
      yamlFiles: () => this.#namesBelow(folder).filter((path) => isEntered(path) && (isYamlFile(path) || this.#isTellingLink(start + path))).sort(compareText),
      read: (path) => this.#read(folder, path),
      identity: (path) => (this.#isFile(start + path) ? this.#entries.get(start + path)!.id : undefined),
      expect: (path) => this.#expectOther(start + path),
      isMissing: (path) => this.#isMissing(posix.join(folder, path)),
    };
  }

  /** The bytes of a file however large it is; `undefined` where there is no such file. Takes a process of its own. */
  whole(path: string): Uint8Array | undefined {
    return this.#isFile(path) ? this.#repository.objects.file(this.#entries.get(path)!.id) : undefined;
  }

  #namesBelow(folder: string): readonly string[] {
    const start = folder === '' ? '' : `${folder}/`;
    return [...this.#entries.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  }

  #expect(path: string, start: string): void {
    const { mode, id } = this.#entries.get(start + path)!;
    const { objects } = this.#repository;
    if (mode === submodule || !isEntered(path)) return;
    if (mode === link) objects.expectFile(id, longestPath);
    else if (isYamlFile(path)) objects.expectFile(id, limits.fileBytes);
    else if (isTextFile(path)) objects.expectText(id, smallText);
  }

  #expectOther(place: string): void {
    if (this.#isFile(place)) this.#repository.objects.expectText(this.#entries.get(place)!.id, limits.fileBytes);
  }

  #isFile(path: string): boolean {
    return this.#entries.get(path)?.mode.startsWith('100') === true;
  }

  #read(folder: string, path: string): FileContent {
    const place = posix.join(folder, path).replace(/^\.$/, '');
    const entry = this.#entries.get(place);
    if (entry === undefined) return { problem: this.#whyNoFile(place) };
    if (folder !== '' && !place.startsWith(`${folder}/`)) return { problem: 'link' };
    if (entry.problem !== undefined) return { problem: entry.problem };
    if (entry.mode === submodule) return { problem: 'submodule' };
    if (entry.mode === link) return this.#isFolderLink(place) ? { problem: 'folder-link' } : { problem: 'link', ...this.#fileBehind(place) };
    return this.#isFile(place) ? this.#content(entry) : { problem: 'not-a-file' };
  }

  #whyNoFile(place: string): FileProblem {
    if (this.kindOf(place.replace(/\/$/, '')) === 'folder') return 'not-a-file';
    const around = foldersAround(place).flatMap((folder) => this.#entries.get(folder)?.mode ?? []);
    if (around.includes(submodule)) return 'submodule';
    return around.includes(link) ? 'link' : 'missing';
  }

  #isMissing(place: string): boolean {
    return !this.#entries.has(place) && this.#whyNoFile(place) === 'missing';
  }

  #content({ id }: Entry): FileContent {
    const { objects } = this.#repository;
    const size = objects.sizeOf(id);
    if (size !== undefined && size > limits.fileBytes) return { problem: 'too-large', whole: () => objects.file(id), identity: id };
    const bytes = size === undefined ? undefined : objects.file(id);
    return bytes === undefined ? { problem: 'damaged' } : { bytes };
  }

  /** A folder behind a link may hold documents that are missed, so the link is told. */
  #isTellingLink(path: string): boolean {
    return isEnteredFolder(posix.basename(path)) && this.#isFolderLink(path);
  }

  #isFolderLink(path: string): boolean {
    const end = this.#entries.get(path)?.mode === link ? this.#endOf(path) : undefined;
    return end !== undefined && ['folder', 'submodule'].includes(this.kindOf(end) ?? '');
  }

  /** The file is not read, and yet it is known whether another commit has the same one there. */
  #fileBehind(path: string): { readonly identity?: string } {
    const end = this.#endOf(path);
    return end !== undefined && this.#isFile(end) ? { identity: `${end} ${this.#entries.get(end)!.id}` } : {};
  }

  /** Where a path leads, link after link. Where one leads out, nobody knows what is there. */
  #endOf(path: string, followed = 0): string | undefined {
    const entry = this.#entries.get(path);
    if (entry?.mode !== link) return path;
    const { objects } = this.#repository;
    if (followed > 8 || (objects.sizeOf(entry.id) ?? Infinity) > longestPath) return undefined;
    const target = Buffer.from(objects.file(entry.id) ?? []).toString('utf8');
    return posix.isAbsolute(target) ? undefined : this.#endOf(posix.join(posix.dirname(path), target).replace(/\/$|^\.$/, ''), followed + 1);
  }
}

/** Bytes. Words for customers up to here are read with the documents, however much there is of them: nobody knows yet which of them are named. */
export const smallText = 16_384;

/** Bytes of a path. No system follows a longer link. */
const longestPath = 4096;

/** The folders that a path lies in, the outermost first. */
function foldersAround(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0 && !folders.has(path.slice(0, end)); end = path.lastIndexOf('/', end - 1)) folders.add(path.slice(0, end));
  }
  return folders;
}

/** The files of a commit. Takes one process, for all commits together that were expected. */
export function filesOf(repository: Repository, commit: Commit): CommitFiles | GitProblem {
  const entries = repository.lists.of(commit);
  return 'problem' in entries ? entries : new CommitFiles(repository, entries as Entries);
}
