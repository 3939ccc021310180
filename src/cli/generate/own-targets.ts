import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Target } from '../../generate/target.js';
import { targets } from '../../generate/targets/index.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

/** Reads targets of an organisation's own. They are programs: only the command line names them, and nothing in a repository does. */
export async function loadOwnTargets({ folder }: Console, files: readonly string[]): Promise<readonly Target[]> {
  return Promise.all(files.map((file) => loadTarget(resolve(folder, file), file)));
}

async function loadTarget(path: string, file: string): Promise<Target> {
  const found = await readModule(path, file);
  if (!isTarget(found)) throw new Failure(exitCodes.usage, `\`${file}\` exports no target as \`default\`. Write \`export default defineGenerator({...})\`, as docs/generating.md shows.`);
  if (targets.some(({ id }) => id === found.id)) throw new Failure(exitCodes.usage, `\`${file}\`: \`${found.id}\` is the name of a target of Waymark. Give yours another id.`);
  return found;
}

async function readModule(path: string, file: string): Promise<unknown> {
  try {
    return ((await import(pathToFileURL(path).href)) as { readonly default?: unknown }).default;
  } catch (error) {
    throw new Failure(exitCodes.unreadable, `\`${file}\` cannot be loaded: ${(error as Error).message.split('\n')[0]}`);
  }
}

function isTarget(value: unknown): value is Target {
  if (typeof value !== 'object' || value === null) return false;
  const { id, summary, limits, options, carries, generate } = value as Partial<Record<keyof Target, unknown>>;
  const isNamed = typeof id === 'string' && /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(id);
  return isNamed && typeof summary === 'string' && typeof limits === 'string' && typeof options === 'object' && options !== null && Array.isArray(carries) && typeof generate === 'function';
}
