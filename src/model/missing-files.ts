import { posix } from 'node:path';
import { remembering } from '../base/remembering.js';
import type { Document } from '../load/document.js';
import type { LoadedFiles } from '../load/load-documents.js';

/** Tells whether a path beside a document leads to nothing. What lies outside of the workspace is not looked at. */
export function missingFiles({ tree, prefix }: LoadedFiles): (document: Document, path: string) => boolean {
  const isMissing = remembering((place: string) => {
    const content = tree.read(place);
    return 'problem' in content && content.problem === 'missing';
  });
  return ({ source }, path) => {
    const place = posix.join(posix.dirname(source.uri.slice(prefix.length)), path);
    return place !== '..' && !place.startsWith('../') && isMissing(place);
  };
}
