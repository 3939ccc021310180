import { memoryTree } from '../../src/load/file-tree.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import type { JourneyModel } from '../../src/model/journey.js';
import { buildWorkspace, type Workspace } from '../../src/model/workspace.js';

/** A workspace from texts; throws when a text is malformed, so that no test passes by accident. */
export function workspaceOf(files: { readonly [path: string]: string }): Workspace {
  const workspace = buildWorkspace(loadDocuments(memoryTree(files)));
  const problems = workspace.documents.flatMap((document) => document.problems.map(({ message }) => message));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return workspace;
}

/**
 * A journey of one line for each step: its id, then more fields as they stand between braces, such as `a, next: b`.
 * A line `stage x` begins a stage. Steps are backstage unless they say otherwise.
 */
export function journeyOf(lines: readonly string[], header = ''): JourneyModel {
  const journey = workspaceOf({ 'journey.yaml': journeyText(lines, header) }).journeys[0];
  if (journey === undefined) throw new Error('no journey');
  return journey;
}

/** The text of such a journey. */
export function journeyText(lines: readonly string[], header = ''): string {
  const staged = lines[0]?.startsWith('stage ') === true ? lines : ['stage only', ...lines];
  return `apiVersion: waymark/v1\nkind: Journey\nid: test\ntitle: Test\nversion: 0.1.0\nstatus: draft\nowner: claims\n${header}stages:\n${staged.map(lineText).join('\n')}\n`;
}

function lineText(line: string): string {
  if (line.startsWith('stage ')) return `  - id: ${line.slice(6).replace(', ', '\n    ')}\n    title: A stage\n    steps:`;
  return `      - {id: ${line}, title: A step${line.includes('lane:') ? '' : ', lane: backstage'}}`;
}
