import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './imports.js';

/** The files of a worked example, by path relative to its root. */
export function journeyTexts(workspace: string): { readonly [path: string]: string } {
  const folder = join(root, 'journeys', workspace);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return Object.fromEntries(files.filter((path) => /\.(?:yaml|md)$/.test(path)).sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

export const workspaces: readonly string[] = readdirSync(join(root, 'journeys'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

/** Every spec of the worked examples. */
export const specTexts: readonly string[] = workspaces.flatMap((workspace) => Object.entries(journeyTexts(workspace)).filter(([path]) => path.endsWith('.yaml')).map(([, text]) => text));
