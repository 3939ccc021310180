import { sourceDigest, type Digest } from '../base/digests.js';
import { fieldOf, isArray, isObject, type JsonValue } from '../base/json.js';
import { isPlainPath } from './file-paths.js';
import type { Generation } from './generate.js';
import { provenanceOf, type Source } from './provenance.js';
import { jsonText } from './text/json.js';

interface ManifestFile {
  readonly path: string;
  readonly digest: Digest;
  readonly sources: readonly Source[];
}

/** Digests that a file may have, by path: what was written, and where a run was cut off also what had been written before. */
export type ListedFiles = ReadonlyMap<string, ReadonlySet<string>>;

/** Which entry of `targets` had it written. */
export interface DeclaredBy {
  readonly entry: string;
  /** The folder of the workspace, from that of the list. */
  readonly workspace: string;
}

/** What a list can say besides the files that are written now. */
export interface ListMarks {
  /** Absent where the folder was named on the command line. */
  readonly declared?: DeclaredBy | undefined;
  readonly before?: ListedFiles;
}

/** The list as text. `before` is what the list said until now: it is kept in the list while files are being written, so that a run that is cut off leaves nothing unknown. */
export function manifestText({ target, files }: Generation, { declared, before }: ListMarks = {}): string {
  const listed = files.map(({ path, content, sources }): ManifestFile => ({ path, digest: digestOfText(content), sources: provenanceOf(target, sources).sources }));
  const comment = `Written by \`waymark generate ${target}\`: what it has written into this folder, and from what. Commit it with the files.`;
  const unfinished = before === undefined ? {} : { unfinished: [...before].flatMap(([path, digests]) => [...digests].map((digest) => ({ path, digest }))) };
  return jsonText({ comment, target, ...(declared === undefined ? {} : { declared }), files: listed, ...unfinished });
}

/** What a list says; `undefined` for what is no such list, or names what no target can have written. */
export function readManifest(text: string, target: string): ListedFiles | undefined {
  const list = parse(text);
  const [files, unfinished = []] = [fieldOf(list, 'files'), fieldOf(list, 'unfinished')];
  if (fieldOf(list, 'target') !== target || !isArray(files) || !isArray(unfinished)) return undefined;
  const entries = [...files, ...unfinished];
  return entries.every(isEntry) ? digestsOf(entries) : undefined;
}

/** Which entry of `targets` a list says that it was written for, and which target it names. */
export function declarationIn(text: string): (DeclaredBy & { readonly target: string }) | undefined {
  const list = parse(text);
  const [target, declared] = [fieldOf(list, 'target'), fieldOf(list, 'declared')];
  const [entry, workspace] = [fieldOf(declared, 'entry'), fieldOf(declared, 'workspace')];
  return typeof target === 'string' && typeof entry === 'string' && typeof workspace === 'string' ? { target, entry, workspace } : undefined;
}

function digestsOf(entries: readonly JsonValue[]): ListedFiles {
  const digests = new Map<string, Set<string>>();
  for (const entry of entries) {
    const path = String(fieldOf(entry, 'path'));
    digests.set(path, (digests.get(path) ?? new Set()).add(String(fieldOf(entry, 'digest'))));
  }
  return digests;
}

/** Of a text as it is compared: a checkout may give it other line ends. */
export function digestOfText(text: string): Digest {
  return sourceDigest(new TextEncoder().encode(comparable(text)));
}

/** A text as it is compared with what lies on a disk: with plain line ends, and what no file can hold as it is read again. */
export function comparable(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)).replaceAll('\r\n', '\n');
}

function isEntry(value: JsonValue): boolean {
  return isObject(value) && typeof value['path'] === 'string' && isPlainPath(value['path']) && typeof value['digest'] === 'string';
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
