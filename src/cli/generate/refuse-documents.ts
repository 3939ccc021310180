import { relative } from 'node:path';
import { slashed } from '../../base/paths.js';
import { isYamlFile } from '../../load/file-tree.js';
import type { Console } from '../console.js';
import { isDocumentText, refuseDocument } from '../publish.js';
import type { Job } from './jobs.js';
import type { Comparison } from './output-folder.js';
import { placeOf } from './output-place.js';

/** No document is replaced by what is written for another system, also where files that were edited may be. A generator that writes documents writes its own anew. */
export function refuseDocuments({ folder }: Console, work: readonly (readonly [Job, Comparison])[]): void {
  for (const [{ id }, { place, generation }] of work) {
    for (const { path, content } of generation.files) {
      if (!isYamlFile(path) || isDocumentText(content)) continue;
      const full = placeOf(place, path);
      refuseDocument(full, slashed(relative(folder, full)), `generate ${id}`, 'folder');
    }
  }
}
