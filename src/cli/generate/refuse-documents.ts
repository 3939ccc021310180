import { join, relative } from 'node:path';
import { namedTexts } from '../../analysis/named-texts.js';
import { slashed } from '../../base/paths.js';
import { isYamlFile } from '../../load/file-tree.js';
import type { Console } from '../console.js';
import { isDocumentText, refuseDocument, wouldReplace } from '../publish.js';
import type { Job } from './jobs.js';
import type { Comparison } from './output-folder.js';
import { placeOf, realOf } from './output-place.js';
import type { ReadWorkspace } from './read-workspace.js';

/**
 * No document, and no file of words for customers that one names, is replaced by what is written for another system, also where files that were edited may be. A
 * generator that writes documents writes its own anew.
 */
export function refuseDocuments({ folder }: Console, opened: readonly ReadWorkspace[], work: readonly (readonly [Job, Comparison])[]): void {
  const words = new Set(opened.flatMap(filesOfWords));
  for (const [{ id }, { place, generation }] of work) {
    for (const { path, content } of generation.files) {
      const full = placeOf(place, path);
      const known = slashed(relative(folder, full));
      if (words.has(comparable(full))) throw wouldReplace(`\`${known}\` belongs to the workspace`, `generate ${id}`, 'folder');
      if (isYamlFile(path) && !isDocumentText(content)) refuseDocument(full, known, `generate ${id}`, 'folder');
    }
  }
}

function filesOfWords({ folder, workspace }: ReadWorkspace): readonly string[] {
  return workspace.specs.flatMap((spec) => namedTexts(spec).map(({ file }) => comparable(join(folder, file))));
}

/** One file under one name: links are followed, and case says nothing. */
function comparable(full: string): string {
  return realOf(full).toLowerCase();
}
