import type { Problem } from '../base/diagnostic.js';
import { fieldOf, isArray, isObject, type JsonObject, type JsonValue } from '../base/json.js';
import { sourceText, type SourceText } from '../base/source.js';
import { checkSchema } from './check-schema.js';
import type { Document } from './document.js';
import type { FileContent, FileTree } from './file-tree.js';
import { matchesGlob } from './globs.js';
import { identify } from './identify.js';
import { limits } from './limits.js';
import { readYaml, type YamlDocument } from './yaml-values.js';

/** The file that makes a folder a workspace. */
export const workspaceFile = 'waymark.yaml';

/** What a folder holds: documents that can be used, and problems of files that cannot. */
export interface LoadedFiles {
  readonly tree: FileTree;
  /** Prefix that turns a path of the tree into one that the reader knows. */
  readonly prefix: string;
  readonly documents: readonly Document[];
  /** Documents of other repositories, by the name they are imported under. */
  readonly imports: ReadonlyMap<string, readonly Document[]>;
  readonly problems: readonly Problem[];
}

/** Reads every document of a workspace. Whatever the bytes, what is wrong becomes a problem with its place. */
export function loadDocuments(tree: FileTree, prefix = ''): LoadedFiles {
  const all = tree.yamlFiles();
  const root = readDocuments(tree, workspaceFile, prefix);
  const settings = root.documents[0]?.value;
  const others = all.filter((path) => path !== workspaceFile);
  const nested = others.filter((path) => path.endsWith(`/${workspaceFile}`)).map((path) => path.slice(0, -workspaceFile.length - 1));
  const ignored = texts(fieldOf(settings, 'ignore'));
  const imported = importsOf(settings);
  const mine = others.filter((path) => !imported.has(path) && !nested.some((folder) => path.startsWith(`${folder}/`)) && !ignored.some((glob) => matchesGlob(glob, path)));
  const read = [root, ...mine.slice(0, limits.files).map((path) => readDocuments(tree, path, prefix))];
  return {
    tree,
    prefix,
    documents: read.flatMap((file) => file.documents),
    imports: new Map([...imported].map(([path, name]) => [name, readDocuments(tree, path, prefix).documents])),
    problems: [
      ...read.flatMap((file) => file.problems),
      ...unlistedWorkspaces(nested, texts(fieldOf(settings, 'members')), prefix),
      ...(mine.length > limits.files ? [tooManyFiles(prefix, mine.length)] : []),
    ],
  };
}

interface ReadFile {
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
}

function readDocuments(tree: FileTree, path: string, prefix: string): ReadFile {
  const uri = prefix + path;
  const content = tree.read(path);
  if ('problem' in content) return { documents: [], problems: [unreadable(uri, content.problem)] };
  const decoded = decode(content.bytes);
  const source = sourceText(uri, decoded.text);
  if (decoded.badAt !== undefined) return { documents: [brokenDocument(source, badEncoding(source, decoded.badAt))], problems: [] };
  const read = readYaml(source).filter(isWritten).map((yaml, index) => toDocument(source, yaml, index));
  return {
    documents: read.flatMap((each) => ('document' in each ? [each.document] : [])),
    problems: read.flatMap((each) => ('foreign' in each ? [each.foreign] : [])),
  };
}

/** The empty document after a last `---` is none. */
function isWritten({ value, problems, span }: YamlDocument): boolean {
  return value !== null || problems.length > 0 || span.source.text.slice(span.start, span.end).replace(/#.*/g, '').trim() !== '';
}

function toDocument(source: SourceText, yaml: YamlDocument, index: number): { readonly document: Document } | { readonly foreign: Problem } {
  const { problems, span } = yaml;
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

interface Decoded {
  readonly text: string;
  /** Offset of the first byte that is no UTF-8, in the text decoded before it. */
  readonly badAt: number | undefined;
}

function decode(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), badAt: undefined };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return { text, badAt: Math.max(0, text.indexOf('\ufffd')) };
  }
}

function badEncoding(source: SourceText, at: number): Problem {
  return { code: 'STR-001', message: 'This file is not UTF-8 text from here on.', span: { source, start: at, end: at + 1 }, hint: 'Save it with the encoding UTF-8.' };
}

const unreadableWords: Readonly<Record<Extract<FileContent, { problem: string }>['problem'], readonly [string, string]>> = {
  missing: ['This file cannot be found.', 'Restore it, or remove what refers to it.'],
  'too-large': ['This file is larger than 1 MiB.', 'Split it into several files.'],
  'not-a-file': ['This is no ordinary file.', 'Replace it with the file itself.'],
  link: ['This is a link to another place, and links are not followed.', 'Replace the link with the file itself.'],
  unreadable: ['This file cannot be opened.', 'Check who may read it.'],
};

function unreadable(uri: string, problem: Extract<FileContent, { problem: string }>['problem']): Problem {
  const [message, hint] = unreadableWords[problem];
  return { code: 'STR-001', message, hint, span: startOfFile(uri) };
}

function unlistedWorkspaces(nested: readonly string[], members: readonly string[], prefix: string): readonly Problem[] {
  const outer = nested.filter((folder) => !nested.some((other) => folder.startsWith(`${other}/`)));
  return outer
    .filter((folder) => !members.includes(folder))
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
