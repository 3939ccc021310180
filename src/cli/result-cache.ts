/**
 * Remembers what the check of a workspace gave, and gives it again while no file of the workspace has changed. It lies in
 * the folder that the system keeps for such things, never in a repository, where a stranger could put a forged result.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  const kept = cacheFolder(console.environment);
  if ('problem' in kept) {
    tellNothingIsKept(console, kept.problem);
    return check(open.workspace);
  }
  const file = join(kept.folder, `${digestOf(open.folder)}.json`);
  const key = keyFor(open, options);
  const known = knownResult(open, file, key);
  if (known !== undefined) return known;
  const files: Files = { listed: [], read: new Map() };
  const checked = check(open.readFrom(recording(open.tree, files)));
  keep(console, file, { key, listed: files.listed, read: [...files.read], checked: withPlaces(checked) });
  return checked;
}

/** What is kept on disk. */
interface Entry {
  /** Stands for the tool and how it was asked. */
  readonly key: string;
  /** Every path that the workspace was read from. */
  readonly listed: readonly string[];
  /** Every file that was opened, with what was found. */
  readonly read: readonly (readonly [path: string, found: string])[];
  readonly checked: unknown;
}

/** Another build of the tool may find something else, even under the same version, and so may another Node. */
function keyFor({ root }: OpenWorkspace, { asOf, profile, grades, above }: ValidateOptions): string {
  const build = readFileSync(fileURLToPath(import.meta.url));
  return digestOf(JSON.stringify([tool.version, digestOf(build), process.version, root, asOf, profile ?? '', [...(grades ?? [])], above ?? -1]));
}

/** What cannot be read or used is no reason to stop: the check runs again. */
function knownResult(open: OpenWorkspace, file: string, key: string): Checked | undefined {
  try {
    const entry = JSON.parse(readFileSync(file, 'utf8')) as Entry;
    return entry.key === key && isUnchanged(open.tree, entry) ? revived(open, entry) : undefined;
  } catch {
    return undefined;
  }
}

interface Files {
  listed: readonly string[];
  readonly read: Map<string, string>;
}

/** Stands for a file that changed while it was read. No file is ever found like that, so the result is not taken again. */
const unsettled = 'unsettled';

/** The same files, with a note of each that is looked at. */
function recording(tree: FileTree, files: Files): FileTree {
  return {
    yamlFiles: () => (files.listed = tree.yamlFiles()),
    read(path) {
      const content = tree.read(path);
      const [before, now] = [files.read.get(path), found(content)];
      files.read.set(path, before === undefined || before === now ? now : unsettled);
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

function keep(console: Console, file: string, entry: Entry): void {
  try {
    writeFileWhole(file, JSON.stringify(entry));
  } catch (error) {
    tellNothingIsKept(console, error instanceof Error ? error.message : String(error));
  }
}

function tellNothingIsKept(console: Console, problem: string): void {
  console.warn(`The result cannot be kept for the next time: ${problem}\n`);
}
