import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fieldOf, isArray, type JsonValue } from '../../base/json.js';
import type { SiteFile } from '../../render/site/site-input.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { OpenWorkspace } from '../open-workspaces.js';
import { insideFolder, writeFileWhole } from '../write-artifacts.js';

/** Lies in every site: it says whose it is, and what belongs to it. */
const marker = 'waymark-site.json';

/** A folder into which a site is written. */
export interface SiteFolder {
  /** Absolute. */
  readonly path: string;
  write(file: SiteFile): void;
  /** Takes away what an earlier site had and this one has not, and returns how many files there are. */
  close(): number;
}

/** Opens the folder for a site: a new or an empty one, or one that holds a site already. Anything else is left as it is. */
export function openSiteFolder({ folder }: Console, out: string, workspaces: readonly OpenWorkspace[]): SiteFolder {
  const path = resolve(folder, out);
  refuseToBury(path, out, workspaces);
  const earlier = earlierFiles(path, out);
  const written = new Set<string>();
  const mark = (files: Iterable<string>): void => writeFileWhole(insideFolder(path, marker), `${JSON.stringify({ site: 'waymark', files: [...files].sort() }, null, 1)}\n`);
  return {
    path,
    write(file) {
      // From the first file on it is a site, whatever may happen until the last one; before it, nothing is touched.
      if (written.size === 0) mark(earlier);
      writeFileWhole(insideFolder(path, file.path), file.content);
      written.add(file.path);
    },
    close() {
      for (const each of earlier) if (!written.has(each) && isOfSite(each)) rmSync(insideFolder(path, each), { force: true });
      mark(written);
      return written.size;
    },
  };
}

/** What can only have been written by a site: the list could have been changed by hand. */
function isOfSite(path: string): boolean {
  return /^(?:[a-z0-9-]+\/){0,2}[a-z0-9-]+\.(?:html|css|js|svg)$/.test(path);
}

function refuseToBury(path: string, out: string, workspaces: readonly OpenWorkspace[]): void {
  const buried = workspaces.find((each) => relative(path, each.folder) === '' || !relative(path, each.folder).startsWith('..'));
  if (buried !== undefined) throw new Failure(exitCodes.usage, `\`${out}\` holds the workspace \`${buried.root}\` itself. Name a folder of its own for the site, such as \`site\`.`);
}

function earlierFiles(path: string, out: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!lstatSync(path).isDirectory()) throw new Failure(exitCodes.unreadable, `\`${out}\` is no folder. Name a new or an empty folder for the site.`);
  if (readdirSync(path).length === 0) return [];
  const listed = fieldOf(readMarker(resolve(path, marker)), 'files');
  if (!isArray(listed)) throw new Failure(exitCodes.unreadable, `\`${out}\` holds something that is no site of Waymark, and nothing of it is overwritten. Name a new or an empty folder, or empty this one.`);
  return listed.filter((each): each is string => typeof each === 'string');
}

function readMarker(path: string): JsonValue | undefined {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as JsonValue;
    return fieldOf(read, 'site') === 'waymark' ? read : undefined;
  } catch {
    return undefined;
  }
}
