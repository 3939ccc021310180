import type { Problem } from '../base/diagnostic.js';
import { isGeneratedYaml } from '../base/generated-head.js';
import { fieldOf, isArray, isObject, type JsonObject, type JsonValue } from '../base/json.js';
import { sourceText, type SourceText } from '../base/source.js';
import { count } from '../base/words.js';
import { checkSchema } from './check-schema.js';
import type { Document } from './document.js';
import type { FileContent, FileProblem, FileTree, Unread } from './file-tree.js';
import { matchesGlob } from './globs.js';
import { identify } from './identify.js';
import { limits } from './limits.js';
import { SharedTexts } from './shared-texts.js';
import { readYaml, type YamlDocument } from './yaml-values.js';

/** The file that makes a folder a workspace. */
export const workspaceFile = 'waymark.yaml';

/** What a folder holds: documents that can be used, and problems of files that cannot. */
export interface LoadedFiles {
  readonly tree: FileTree;
  /** Prefix that turns a path of the tree into one that the reader knows. */
  readonly prefix: string;
  /** Name of the folder itself; empty where the files lie in none. */
  readonly folder: string;
  readonly documents: readonly Document[];
  /** Documents of other repositories, by the name they are imported under. */
  readonly imports: ReadonlyMap<string, readonly Document[]>;
  readonly problems: readonly Problem[];
  /** Files that may hold documents and cannot be read; absent where every one was read. */
  readonly unread?: readonly UnreadFile[];
  /** Versions that are known and not in force, where the documents are those of a day in the past: `motor-claim@2.0.0`. */
  readonly announced?: ReadonlySet<string>;
  /** Documents that were announced and not in force yet on that day: what they declare is known by name, and nothing else of them counts. */
  readonly later?: readonly Document[];
  /** Documents that had ended or were gone by that day: others may name them still. Looked up when it is asked for. */
  readonly ended?: () => readonly Document[];
}

/** A file that may hold documents and cannot be read. */
export interface UnreadFile {
  readonly problem: Problem;
  readonly content: Unread;
}

/**
 * Reads every document of a workspace. Whatever the bytes, what is wrong becomes a problem with its place.
 *
 * @param known - What was read before: where the tree tells that the bytes are the same, a file is not read again.
 * @param formerly - What `waymark.yaml` said when it could be read last: while it cannot be, its settings stay what they were.
 */
export function loadDocuments(tree: FileTree, prefix = '', folder = '', known: KnownFiles = new Map(), formerly?: JsonObject): LoadedFiles {
  const all = tree.yamlFiles();
  const reading: Reading = { tree, prefix, shared: new SharedTexts(), known };
  const root = readOnce(reading, workspaceFile);
  const settings = settingsIn(root, formerly) ?? root.documents[0]?.value;
  const others = all.filter((path) => path !== workspaceFile);
  const nested = new Set(others.filter((path) => path.endsWith(`/${workspaceFile}`)).map(folderOf));
  const imported = importsOf(settings);
  const isRead = filesRead(settings);
  const mine = others.filter((path) => !isInside(path, nested) && isRead(path));
  const read = [root, ...mine.slice(0, limits.files).map((path) => readOnce(reading, path))];
  return {
    tree,
    prefix,
    folder,
    documents: read.flatMap((file) => file.documents),
    imports: new Map([...imported].map(([path, name]) => [name, readOnce(reading, path).documents])),
    unread: read.flatMap(({ unread = [] }) => unread),
    problems: [
      ...read.flatMap((file) => file.problems),
      ...unlistedWorkspaces(nested, texts(fieldOf(settings, 'members')), prefix),
      ...(mine.length > limits.files ? [tooManyFiles(prefix, mine.length)] : []),
    ],
  };
}

/**
 * Which files of a workspace hold documents of its own, by what its `waymark.yaml` says: neither what is ignored nor what is imported.
 *
 * @param settings - The value of the first document of that file.
 */
export function filesRead(settings: JsonObject | undefined): (path: string) => boolean {
  const ignored = texts(fieldOf(settings, 'ignore'));
  const imported = importsOf(settings);
  return (path) => !imported.has(path) && !ignored.some((glob) => matchesGlob(glob, path));
}

/**
 * What a `waymark.yaml` says. While it cannot be read, it counts as what it was; and where it never said anything else, as far as it says itself which files are
 * its own.
 *
 * @param formerly - What it said before, if anything.
 * @returns `undefined` where nobody knows which files are its own.
 */
export function settingsIn({ documents: [own] }: ReadFile, formerly?: JsonObject): JsonObject | undefined {
  if (own === undefined) return formerly;
  return own.problems.length === 0 ? own.value : (formerly ?? (saysItsFiles(own.value) ? own.value : undefined));
}

function saysItsFiles(settings: JsonObject): boolean {
  const [ignored, imported] = ['ignore', 'imports'].map((field) => fieldOf(settings, field));
  const isImport = (each: JsonValue): boolean => ['name', 'source'].every((field) => typeof fieldOf(each, field) === 'string');
  const isList = (value: JsonValue | undefined, fits: (each: JsonValue) => boolean): boolean => value === undefined || (isArray(value) && value.every(fits));
  return Object.keys(settings).length > 0 && isList(ignored, (each) => typeof each === 'string') && isList(imported, isImport);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** True when one of the folders holds the path, at any depth. */
function isInside(path: string, folders: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (folders.has(path.slice(0, end))) return true;
  }
  return false;
}

/** What one file holds. */
export interface ReadFile {
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
  /** Absent for a file that is read, and for what is no file of its own: nothing, and a folder. */
  readonly unread?: readonly UnreadFile[];
}

/** What stays the same from file to file. */
interface Reading {
  readonly tree: FileTree;
  readonly prefix: string;
  readonly shared: SharedTexts;
  readonly known: KnownFiles;
}

/** What stood in each file when it was read last, by the path that the reader knows. It remembers one version of each. */
export type KnownFiles = Map<string, ReadFile & { readonly identity: string }>;

function readOnce(reading: Reading, path: string): ReadFile {
  const { tree, prefix, known } = reading;
  const identity = tree.identity?.(path);
  if (identity === undefined) return readDocuments(reading, path);
  const last = known.get(prefix + path);
  if (last?.identity === identity) return last;
  const read = { ...readDocuments(reading, path), identity };
  known.set(prefix + path, read);
  return read;
}

function readDocuments({ tree, prefix, shared }: Reading, path: string): ReadFile {
  return readFile(prefix + path, tree.read(path), shared);
}

/** Reads the documents of one file. `uri` is its path as the reader knows it. */
export function readFile(uri: string, content: FileContent, shared: SharedTexts): ReadFile {
  if ('problem' in content) return notRead(unreadable(uri, content.problem), content);
  const decoded = decode(content.bytes);
  const source = sourceText(uri, decoded.text);
  if (decoded.badAt !== undefined) return { documents: [brokenDocument(source, badEncoding(source, decoded.badAt))], problems: [] };
  const read = readYaml(source, shared).map((yaml) => toDocument(source, yaml));
  if (read.length === 0) return { documents: [], problems: [holdsNothing(source)] };
  const foreign = read.flatMap((each) => ('foreign' in each && !isGeneratedYaml(source.text) ? [each.foreign] : []));
  return { documents: withinLimit(read.flatMap((each) => ('document' in each ? [each.document] : []))), problems: foreign.slice(0, limits.problemsPerFile) };
}

function notRead(problem: Problem, content: Unread): ReadFile {
  const isFile = content.problem !== 'missing' && content.problem !== 'folder-link';
  return { documents: [], problems: [problem], ...(isFile ? { unread: [{ problem, content }] } : {}) };
}

/** Broken documents beyond the limit become one that says so, because each finding costs its reader time. */
function withinLimit(documents: readonly Document[]): readonly Document[] {
  const kept: Document[] = [];
  const untold: Document[] = [];
  let told = 0;
  for (const document of documents) {
    const { length } = document.problems;
    if (length > 0 && told >= limits.problemsPerFile) untold.push(document);
    else kept.push(document);
    told += length;
  }
  if (untold.length === 0) return documents;
  const first = untold[0]!;
  const { source, problems, span: { start } } = first;
  const message = `${count(untold.length, 'more document')} of this file cannot be read either.`;
  const problem: Problem = { code: 'STR-001', message, span: problems[0]!.span, hint: 'Repair what is told above first.' };
  return [...kept, { ...first, kind: undefined, value: {}, span: { source, start, end: untold.at(-1)!.span.end }, problems: [problem] }];
}

function toDocument(source: SourceText, yaml: YamlDocument): { readonly document: Document } | { readonly foreign: Problem } {
  const { index, problems, span } = yaml;
  if (problems.length > 0) return { document: { source, index, span, kind: undefined, value: {}, problems } };
  const identified = identify(source, index, yaml.value);
  if ('foreign' in identified) return identified;
  const value = isObject(yaml.value) ? yaml.value : {};
  const { kind } = identified;
  const wrong = kind === undefined ? identified.problems : checkSchema({ source, index, kind, value });
  return { document: { source, index, span, kind, value, problems: wrong } };
}

function brokenDocument(source: SourceText, problem: Problem): Document {
  return { source, index: 0, span: { source, start: 0, end: source.text.length }, kind: undefined, value: {}, problems: [problem] };
}

/** The text of a file as it is read, whether or not all of its bytes are UTF-8. */
export function textOf(bytes: Uint8Array): string {
  return decode(bytes).text;
}

interface Decoded {
  readonly text: string;
  /** Offset of the first byte that is no UTF-8. */
  readonly badAt: number | undefined;
}

function decode(bytes: Uint8Array): Decoded {
  const whole = decodeStart(bytes, bytes.length, false);
  if (whole !== undefined) return { text: whole, badAt: undefined };
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodeStart(bytes, middle, true) === undefined) bad = middle;
    else good = middle;
  }
  return { text: new TextDecoder('utf-8').decode(bytes), badAt: decodeStart(bytes, good, true)?.length ?? 0 };
}

/** The text of the first bytes, of which the last may begin a character that ends later; `undefined` when they are no UTF-8. */
function decodeStart(bytes: Uint8Array, end: number, stream: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream });
  } catch {
    return undefined;
  }
}

function badEncoding(source: SourceText, at: number): Problem {
  return { code: 'STR-001', message: 'This file is not UTF-8 text from here on.', span: { source, start: at, end: Math.min(at + 1, source.text.length) }, hint: 'Save it with the encoding UTF-8.' };
}

const unreadableWords: Readonly<Record<FileProblem, readonly [string, string]>> = {
  missing: ['This file cannot be found.', 'Restore it, or remove what refers to it.'],
  misnamed: ['The name of this file is not UTF-8.', 'Rename it.'],
  'too-large': ['This file is larger than 1 MiB.', 'Split it into several files.'],
  'not-a-file': ['This is no ordinary file.', 'Replace it with the file itself.'],
  link: ['This is a link to another place, and links are not followed.', 'Replace the link with the file itself.'],
  'folder-link': ['This is a link to a folder, and links are not followed.', 'If it holds documents, put the folder itself here; if not, add the link to `ignore` in waymark.yaml.'],
  submodule: ['This lies in a submodule, and a version of this repository does not hold the files of another.', 'Import it from where it is published, or put the file itself here.'],
  unreadable: ['This cannot be opened.', 'Check who may read it.'],
  damaged: ['This file is damaged in the repository.', 'Run `git fsck`, and clone the repository anew.'],
};

function unreadable(uri: string, problem: FileProblem): Problem {
  const [message, hint] = unreadableWords[problem];
  return { code: problem === 'folder-link' ? 'STR-018' : 'STR-001', message, hint, span: startOfFile(uri) };
}

function holdsNothing(source: SourceText): Problem {
  return { code: 'STR-018', message: 'This file holds no document.', span: { source, start: 0, end: 0 }, hint: 'Write one, beginning with `apiVersion: waymark/v1`, or delete the file.' };
}

function unlistedWorkspaces(nested: ReadonlySet<string>, members: readonly string[], prefix: string): readonly Problem[] {
  return [...nested]
    .filter((folder) => !isInside(folder, nested) && !members.includes(folder))
    .map((folder) => ({
      code: 'STR-018',
      message: `The folder \`${folder}\` is a workspace of its own and is not read with this one.`,
      span: startOfFile(`${prefix}${folder}/${workspaceFile}`),
      hint: `Add it to the outer workspace: \`members: [${folder}]\`, or delete this file.`,
    }));
}

function tooManyFiles(prefix: string, found: number): Problem {
  return { code: 'STR-001', message: `This workspace has ${found.toLocaleString('en')} files; ${limits.files.toLocaleString('en')} are read.`, span: startOfFile(prefix + workspaceFile), hint: 'Split it into several workspaces.' };
}

function startOfFile(uri: string): Problem['span'] {
  return { source: sourceText(uri, ''), start: 0, end: 0 };
}

/** The files that hold imported documents, with the name of each import. */
function importsOf(settings: JsonObject | undefined): ReadonlyMap<string, string> {
  const list = fieldOf(settings, 'imports');
  const entries = isArray(list) ? list : [];
  return new Map(entries.map((each) => [String(fieldOf(each, 'source')), String(fieldOf(each, 'name'))]));
}

function texts(value: JsonValue | undefined): readonly string[] {
  return isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
