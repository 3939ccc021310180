import { posix } from 'node:path';
import { remembering } from '../base/remembering.js';
import type { Document } from '../load/document.js';
import { isMissingIn } from '../load/file-tree.js';
import type { LoadedFiles } from '../load/load-documents.js';

/** Tells whether a path beside a document leads to nothing. What lies outside of the workspace is not looked at. */
export function missingFiles({ tree, prefix }: LoadedFiles): (document: Document, path: string) => boolean {
  const isMissing = remembering((place: string) => isMissingIn(tree, place));
  return ({ source }, path) => {
    const place = posix.join(posix.dirname(source.uri.slice(prefix.length)), path);
    return place !== '..' && !place.startsWith('../') && isMissing(place);
  };
}
