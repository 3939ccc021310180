/**
 * Remembers what the check of a workspace gave, and gives it again while no file of the workspace has changed. It lies in
 * the folder that the system keeps for such things, never in a repository, where a stranger could put a forged result.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../base/diagnostic.js';
import { sourceText, type SourceText, type Span } from '../base/source.js';
import type { FileContent, FileTree } from '../load/file-tree.js';
import { textOf } from '../load/load-documents.js';
import type { Workspace } from '../model/workspace.js';
import type { ValidateOptions } from '../validate/validate.js';
import { cacheFolder } from './cache-folder.js';
import type { Checked } from './check-workspace.js';
import type { Console } from './console.js';
import type { OpenWorkspace } from './open-workspaces.js';
import { tool } from './tool.js';
import { writeFileWhole } from './write-artifacts.js';

/** The result of an earlier check when nothing has changed since, else that of a new one. */
export function checkUnlessKnown(console: Console, open: OpenWorkspace, options: ValidateOptions, check: (workspace: Workspace) => Checked): Checked {
  const file = join(cacheFolder(console.environment), `${digestOf(open.folder)}.json`);
  const key = keyFor(open, options);
  const known = readEntry(file);
  if (known?.key === key && isUnchanged(open.tree, known)) return revived(open, known);
  const files: Files = { listed: [], read: new Map() };
  const checked = check(open.readFrom(recording(open.tree, files)));
  keep(console, file, { key, listed: files.listed, read: [...files.read], checked: withPlaces(checked) });
  return checked;
}

/** What is kept on disk. */
interface Entry {
  /** Stands for the tool and how it was asked. */
  readonly key: string;
  readonly listed: readonly string[];
  /** Every file that was opened, with what was found. */
  readonly read: readonly (readonly [path: string, found: string])[];
  readonly checked: unknown;
}

/** Another build of the tool may find something else, even under the same version. */
function keyFor({ root }: OpenWorkspace, { asOf, profile, grades }: ValidateOptions): string {
  const build = readFileSync(fileURLToPath(import.meta.url));
  return digestOf(JSON.stringify([tool.version, digestOf(build), root, asOf, profile ?? '', [...(grades ?? [])]]));
}

interface Files {
  listed: readonly string[];
  readonly read: Map<string, string>;
}

/** The same files, with a note of each that is looked at. */
function recording(tree: FileTree, files: Files): FileTree {
  return {
    yamlFiles: () => (files.listed = tree.yamlFiles()),
    read(path) {
      const content = tree.read(path);
      files.read.set(path, found(content));
      return content;
    },
  };
}

function isUnchanged(tree: FileTree, { listed, read }: Entry): boolean {
  const now = tree.yamlFiles();
  return now.length === listed.length && now.every((path, index) => path === listed[index]) && read.every(([path, before]) => found(tree.read(path)) === before);
}

function found(content: FileContent): string {
  return 'problem' in content ? content.problem : digestOf(content.bytes);
}

function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}

/** A place as it is kept: without the text of its file. */
interface KeptSpan {
  readonly source: { readonly uri: string; readonly isEmpty: boolean };
  readonly start: number;
  readonly end: number;
}

/** Every span in a result is written as a place in a file. */
function withPlaces(checked: Checked): unknown {
  const place = ({ source, start, end }: Span): KeptSpan => ({ source: { uri: source.uri, isEmpty: source.text === '' }, start, end });
  const diagnostics = checked.report.diagnostics.map((diagnostic) => ({
    ...diagnostic,
    ...(diagnostic.span === undefined ? {} : { span: place(diagnostic.span) }),
    ...(diagnostic.related === undefined ? {} : { related: diagnostic.related.map((each) => ({ ...each, span: place(each.span) })) }),
  }));
  return { ...checked, report: { ...checked.report, diagnostics } };
}

type KeptDiagnostic = Omit<Diagnostic, 'span' | 'related'> & { readonly span?: KeptSpan; readonly related?: readonly { readonly message: string; readonly span: KeptSpan }[] };

/** The result as it was, with the texts of the files that its findings are in. */
function revived({ tree, root }: OpenWorkspace, { checked }: Entry): Checked {
  const kept = checked as Checked;
  const sources = new Map<string, SourceText>();
  const prefix = root === '.' ? '' : `${root}/`;
  const revive = ({ source: { uri, isEmpty }, start, end }: KeptSpan): Span => {
    const source = sources.get(`${uri} ${isEmpty}`) ?? sourceText(uri, isEmpty ? '' : readText(tree, uri.slice(prefix.length)));
    sources.set(`${uri} ${isEmpty}`, source);
    return { source, start, end };
  };
  const diagnostics = (kept.report.diagnostics as unknown as readonly KeptDiagnostic[]).map(({ span, related, ...rest }): Diagnostic => ({
    ...rest,
    ...(span === undefined ? {} : { span: revive(span) }),
    ...(related === undefined ? {} : { related: related.map((each) => ({ ...each, span: revive(each.span) })) }),
  }));
  return { ...kept, report: { ...kept.report, diagnostics } };
}

function readText(tree: FileTree, path: string): string {
  const content = tree.read(path);
  return 'bytes' in content ? textOf(content.bytes) : '';
}

/** What cannot be read is no reason to stop: the check runs again. */
function readEntry(file: string): Entry | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Entry;
  } catch {
    return undefined;
  }
}

function keep(console: Console, file: string, entry: Entry): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileWhole(file, JSON.stringify(entry));
  } catch (error) {
    console.warn(`The result cannot be kept for the next time: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
