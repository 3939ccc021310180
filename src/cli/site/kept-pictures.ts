/**
 * Remembers pictures by what they were drawn from, so that a site draws only what has changed. They lie in the folder that the system keeps for such things,
 * never in a repository, where a stranger could put forged ones.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder.js';
import type { Console } from '../console.js';
import type { DrawnPicture } from '../render/drawer.js';
import { drawingMethod, type Look } from '../render/drawing-page.js';
import { problemOfSvg } from '../render/harmless-svg.js';
import { writeFileWhole } from '../write-artifacts.js';

/** Pictures on disk, by their Mermaid text. */
export interface KeptPictures {
  /** One that was drawn from this very text in this very way; `undefined` where there is none, or it is damaged. */
  find(text: string): DrawnPicture | undefined;
  keep(text: string, picture: DrawnPicture): void;
  /** Forgets those that nobody has wanted for long. */
  close(): void;
}

/** Opens them; where this account has no folder for such things, what is drawn lasts for this run. */
export function openKeptPictures(console: Console, look: Look): KeptPictures {
  const kept = cacheFolder(console.environment, 'pictures');
  if ('folder' in kept) return picturesIn(kept.folder, look, () => forgetOld(kept.folder));
  console.warn(`Pictures cannot be kept for the next time: ${kept.problem}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'waymark-pictures-'));
  return picturesIn(folder, look, () => rmSync(folder, { recursive: true, force: true }));
}

function picturesIn(folder: string, look: Look, close: () => void): KeptPictures {
  const method = digestOf(...drawingMethod(look));
  const fileOf = (text: string): string => join(folder, digestOf(method, text));
  return {
    find: (text) => read(fileOf(text)),
    keep(text, { svg, width, height, start }) {
      writeFileWhole(fileOf(text), `${JSON.stringify({ digest: digestOf(svg), width, height, start })}\n${svg}`);
    },
    close,
  };
}

/** What cannot be read or used is no reason to stop: it is drawn anew. */
function read(file: string): DrawnPicture | undefined {
  try {
    const content = readFileSync(file, 'utf8');
    const end = content.indexOf('\n');
    const { digest, width, height, start } = JSON.parse(content.slice(0, end)) as Omit<DrawnPicture, 'svg'> & { readonly digest: string };
    const svg = content.slice(end + 1);
    if (digest !== digestOf(svg) || problemOfSvg(svg) !== undefined || ![width, height, start].every(Number.isInteger)) return undefined;
    const now = new Date();
    utimesSync(file, now, now);
    return { svg, width, height, start };
  } catch {
    return undefined;
  }
}

const longMilliseconds = 60 * 24 * 3_600_000;

function forgetOld(folder: string): void {
  const oldest = Date.now() - longMilliseconds;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? oldest) < oldest) rmSync(file, { force: true });
  }
}

function digestOf(...contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(String(content.length)).update(' ').update(content);
  return hash.digest('hex');
}
