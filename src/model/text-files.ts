import { createHash } from 'node:crypto';
import { remembering } from '../base/remembering.js';
import type { FileTree } from '../load/file-tree.js';
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
}

/** The files below the root of a tree. */
export function textFiles(tree: FileTree): TextFiles {
  return {
    identity: (path) => tree.identity?.(path),
    expect: (path) => tree.expect?.(path),
    read: remembering((path) => {
      const content = tree.read(path);
      return 'bytes' in content ? toTextFile(content.bytes) : undefined;
    }),
  };
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
