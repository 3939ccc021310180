import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commitHistory, commitVersions, nextVersion } from './versions.js';
import { generatePromises } from './workspace/generate-promises.js';
import { generateWorkspace, type GeneratedFile } from './workspace/generate-workspace.js';
import { smallWorkspace } from './workspace/small-workspace.js';

const corpus = fileURLToPath(new URL('corpus/', import.meta.url));

/** A workspace on disk. */
export interface Corpus {
  readonly folder: string;
  /** Folders with journeys, relative to `folder`. */
  readonly journeyFolders: readonly string[];
}

/** A workspace with so many journeys; `1` is a newcomer's. It is written once and again whenever the generator changes. */
export function prepareCorpus(journeys: number): Corpus {
  return prepare(String(journeys), journeys === 1 ? smallWorkspace() : generateWorkspace(journeys));
}

/** A workspace with so many journeys that make promises to be proved. */
export function preparePromises(journeys: number): Corpus {
  return prepare(`promises-${journeys}`, generatePromises(journeys));
}

/** A workspace with so many journeys as the commit `v1`, and as `v2` with a tenth of them changed. */
export function prepareVersions(journeys: number): Corpus {
  const before = generateWorkspace(journeys);
  const after = nextVersion(before);
  return prepare(`versions-${journeys}`, [...before, ...after], (folder) => commitVersions(folder, before, after));
}

/** A workspace with so many journeys, and a branch of so many commits, each of which changes one of them. */
export function prepareHistory(journeys: number, commits: number): Corpus {
  const files = generateWorkspace(journeys);
  return prepare(`history-${journeys}-${commits}`, files, (folder) => commitHistory(folder, files, commits));
}

function prepare(name: string, files: readonly GeneratedFile[], finish?: (folder: string) => void): Corpus {
  const folder = join(corpus, name);
  const mark = `${folder}.sha256`;
  const digest = digestOf(files);
  if (!existsSync(folder) || !existsSync(mark) || readFileSync(mark, 'utf8') !== digest) {
    writeFiles(folder, files);
    finish?.(folder);
    writeFileSync(mark, digest);
  }
  return { folder, journeyFolders: [...new Set(files.map(({ path }) => dirname(path)).filter((path) => path.endsWith('journeys')))] };
}

/** The check of journeys against the published schema, in the form that spectral reads. */
export function spectralRules(schemaFile: string): string {
  const schema: unknown = JSON.parse(readFileSync(schemaFile, 'utf8'));
  const rule = { given: '$', severity: 'error', then: { function: 'schema', functionOptions: { dialect: 'draft2020-12', schema } } };
  const file = join(corpus, 'spectral.json');
  writeFileSync(file, JSON.stringify({ rules: { 'journey-schema': rule } }));
  return file;
}

function digestOf(files: readonly GeneratedFile[]): string {
  const hash = createHash('sha256');
  for (const { path, content } of files) hash.update(`${path}\0${content}\0`);
  return hash.digest('hex');
}

function writeFiles(folder: string, files: readonly GeneratedFile[]): void {
  rmSync(folder, { recursive: true, force: true });
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  trackWithGit(folder);
}

/** Workspaces live in repositories, and asking git which files count is part of the work. Without git nothing is lost. */
function trackWithGit(folder: string): void {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  for (const args of [['init', '--quiet'], ['add', '--all']]) spawnSync('git', args, { cwd: folder, env: environment });
}
