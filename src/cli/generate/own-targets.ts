import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Target } from '../../generate/target.js';
import { whyNoTarget } from '../../generate/target-form.js';
import { targets } from '../../generate/targets/index.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { settled } from './settled.js';

/** Reads targets of an organisation's own. They are programs: only the command line names them, and nothing in a repository does. */
export async function loadOwnTargets(console: Console, files: readonly string[]): Promise<readonly Target[]> {
  const { folder } = console;
  const found = await Promise.all(files.map((file) => loadTarget(console, resolve(folder, file), file)));
  for (const [index, { id }] of found.entries()) {
    const other = found.findIndex((each) => each.id === id);
    if (other !== index) throw new Failure(exitCodes.usage, `\`${files[other]}\` and \`${files[index]}\` are both generators of \`${id}\`. Name one of them, or give them two ids.`);
  }
  return found;
}

async function loadTarget(console: Console, path: string, file: string): Promise<Target> {
  const found = await readModule(console, path, file);
  const missing = whyNoTarget(found);
  if (missing !== undefined) throw new Failure(exitCodes.usage, `\`${file}\` exports no target as \`default\`${missing}. Write \`export default defineGenerator({...})\`, as docs/generating.md shows.`);
  const target = found as Target;
  if (targets.some(({ id }) => id === target.id)) throw new Failure(exitCodes.usage, `\`${file}\`: \`${target.id}\` is the name of a target of Waymark. Give yours another id.`);
  return target;
}

async function readModule(console: Console, path: string, file: string): Promise<unknown> {
  try {
    const module: unknown = await settled(console, `\`${file}\``, () => import(pathToFileURL(path).href));
    return (module as { readonly default?: unknown }).default;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(exitCodes.unreadable, `\`${file}\` cannot be loaded: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`);
  }
}
