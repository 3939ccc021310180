import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generate, type Generation } from '../../src/generate/generate.js';
import type { OptionValues } from '../../src/generate/target.js';
import { loadWorkspace, loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import { cut, hostileTexts } from '../support/hostile-texts.js';
import { root } from '../support/imports.js';
import { withTexts } from '../support/with-texts.js';
import { fullFiles } from './full-workspace.js';

/** The example workspaces. */
export const examples = ['insurance', 'broadband', 'parcel'] as const;

/** An example workspace. */
export function example(name: (typeof examples)[number]): Workspace {
  return loadWorkspace(join(root, 'journeys', name));
}

/** What is written for a target; a problem fails the test. */
export async function generated(workspace: Workspace, target: string, options: OptionValues = {}): Promise<Generation> {
  const generation = await generate(workspace, target, options);
  if ('problems' in generation) throw new Error(generation.problems.join(' '));
  return generation;
}

/** The text of a file that was written. */
export function contentOf({ files }: Generation, path: string): string {
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new Error(`${path} was not written; these were: ${files.map((each) => each.path).join(', ')}`);
  return file.content;
}

/** The files in a folder of their own. */
export function written({ files }: Generation, more: { readonly [path: string]: string } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-generated-'));
  for (const [path, content] of [...files.map((file) => [file.path, file.content] as const), ...Object.entries(more)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** How many hostile texts there are to begin with. */
export const rotations = hostileTexts.length;

/**
 * A workspace in which every field of the language is written, with a hostile text in every field for free words: another one in each field, so that
 * after all rotations each text has stood in each field.
 */
export function hostileWorkspace(rotation: number): Workspace {
  return loadWorkspaceFrom(withTexts(fullFiles, (index) => hostileTexts[(index + rotation) % hostileTexts.length]!));
}

/** The same workspace with one text everywhere. */
export function workspaceOfText(text: string): Workspace {
  return loadWorkspaceFrom(withTexts(fullFiles, () => cut(text, 10_000)));
}

/** The same workspace with words that harm nobody. */
export function benignWorkspace(): Workspace {
  return workspaceOfText('Benign words');
}
