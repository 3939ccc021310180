import { sourceDigest, type Digest } from '../base/digests.js';
import { fieldOf, isArray, isObject, type JsonValue } from '../base/json.js';
import type { Generation } from './generate.js';
import { provenanceOf, type Source } from './provenance.js';
import { jsonText } from './text/json.js';

/** The list of what was written into a folder: what is no longer written, and what somebody has edited, is found by it. */
export function manifestPath(target: string): string {
  return `waymark-${target}.json`;
}

interface ManifestFile {
  readonly path: string;
  readonly digest: Digest;
  readonly sources: readonly Source[];
}

/** The list as text. */
export function manifestText({ target, files }: Generation): string {
  const listed = files.map(({ path, content, sources }): ManifestFile => ({ path, digest: digestOfText(content), sources: provenanceOf(target, sources).sources }));
  return jsonText({ comment: `Written by \`waymark generate ${target}\`: what it has written into this folder, and from what. Commit it with the files.`, target, files: listed });
}

/** Digests of the files that were written, by path; `undefined` for what is no such list. */
export function readManifest(text: string, target: string): ReadonlyMap<string, string> | undefined {
  const list = parse(text);
  const files = fieldOf(list, 'files');
  if (fieldOf(list, 'target') !== target || !isArray(files) || !files.every(isEntry)) return undefined;
  return new Map(files.map((file) => [String(fieldOf(file, 'path')), String(fieldOf(file, 'digest'))]));
}

export function digestOfText(text: string): Digest {
  return sourceDigest(new TextEncoder().encode(text));
}

function isEntry(value: JsonValue): boolean {
  return isObject(value) && typeof value['path'] === 'string' && typeof value['digest'] === 'string';
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
