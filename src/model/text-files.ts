import { createHash } from 'node:crypto';
import { remembering } from '../base/remembering.js';
import type { FileTree, Unread } from '../load/file-tree.js';
import { textOf } from '../load/load-documents.js';

/** A file with words for customers, which a document names. */
export interface TextFile {
  readonly text: string;
  /** SHA-256 of its bytes, in hexadecimal. Line ends of Windows count as plain ones, so that no checkout makes another text of it. */
  readonly digest: string;
}

/** The files of a workspace that documents name, by their paths from its folder. What lies outside, or behind a link, is not looked at. */
export interface TextFiles {
  /** What stands for the bytes of a file: the same in two versions only where these are the same; `undefined` where that is not known unread. */
  identity(path: string): string | undefined;
  /** Notes that a file will be read, so that all of them are read together. */
  expect(path: string): void;
  /** Reads a file once; `undefined` where there is none that can be read. */
  read(path: string): TextFile | undefined;
  /** What stands for what a file says, also where it is too large to be read: {@link TextFile.digest}; `undefined` where nothing does. */
  digest(path: string): string | undefined;
  /** True for a file that is there and larger than what is read. */
  isTooLarge(path: string): boolean;
}

/** The files below the root of a tree. */
export function textFiles(tree: FileTree): TextFiles {
  const found = remembering((path: string): TextFile | Unread => {
    const content = tree.read(path);
    return 'bytes' in content ? toTextFile(content.bytes) : content;
  });
  return {
    identity: (path) => tree.identity?.(path),
    expect: (path) => tree.expect?.(path),
    read: (path) => textIn(found(path)),
    digest: remembering((path) => digestIn(found(path)) ?? tree.identity?.(path)),
    isTooLarge: (path) => isTooLarge(found(path)),
  };
}

function textIn(found: TextFile | Unread): TextFile | undefined {
  return 'problem' in found ? undefined : found;
}

function isTooLarge(found: TextFile | Unread): boolean {
  return 'problem' in found && found.problem === 'too-large';
}

function digestIn(found: TextFile | Unread): string | undefined {
  if (!('problem' in found)) return found.digest;
  const bytes = found.whole?.();
  return bytes === undefined ? undefined : textDigest(bytes);
}

function toTextFile(bytes: Uint8Array): TextFile {
  return { text: textOf(Buffer.from(plainly(bytes), 'latin1')), digest: textDigest(bytes) };
}

/** Of words for customers: {@link TextFile.digest}. */
export function textDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(plainly(bytes), 'latin1').digest('hex');
}

function plainly(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
}
