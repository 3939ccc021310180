import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Target } from '../../generate/target.js';
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

const texts: readonly (keyof Target)[] = ['summary', 'description', 'limits'];

/** What a value lacks to be a target, in words; `undefined` where it is one. */
function whyNoTarget(value: unknown): string | undefined {
  if (!isMap(value)) return '';
  const { id, withDrafts, withPlans, options, carries, generate } = value;
  if (typeof id !== 'string' || !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(id)) return ': its `id` has to be of small letters, digits and hyphens';
  const text = texts.find((name) => typeof value[name] !== 'string');
  if (text !== undefined) return `: its \`${text}\` has to be a text`;
  if (typeof withDrafts !== 'boolean') return ': its `withDrafts` has to be `true` or `false`';
  if (withPlans !== undefined && typeof withPlans !== 'boolean') return ': its `withPlans` has to be `true` or `false`, or is left out';
  if (!isMap(options) || !Object.values(options).every(isOption)) return ': each of its `options` has to have a `description` and a `default`';
  if (!Array.isArray(carries) || !carries.every((field) => typeof field === 'string')) return ': its `carries` has to be a list of fields';
  return typeof generate === 'function' ? undefined : ': its `generate` has to be a function';
}

function isOption(value: unknown): boolean {
  return isMap(value) && typeof value['description'] === 'string' && ['string', 'number', 'boolean'].includes(typeof value['default']);
}

function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
