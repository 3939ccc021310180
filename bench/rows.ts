import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareCorpus, prepareHistory, preparePromises, prepareVersions, spectralRules, type Corpus } from './corpus.js';
import type { Command } from './measure.js';
import { gitProcessesOf } from './versions.js';
import { checkFindings, checkSound, checkVerdicts, provingRules } from './promise-verdicts.js';

/** What a row of the table compares: Waymark with others, on the same files. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly waymark: Command;
  readonly peers: readonly Peer[];
  /** How often each command runs. */
  readonly runs: number;
  /** The most memory that Waymark may take, in megabytes. */
  readonly mostMegabytes?: number;
  /** Compared by seconds of work instead of seconds on the clock: for two runs of one program that differ little. */
  readonly byWork?: boolean;
}

export interface Peer {
  readonly name: string;
  readonly command: Command;
  /** Waymark may take at most so many times what the peer takes. */
  readonly atMost?: number;
  /** Fewer runs, for a peer that takes minutes. */
  readonly runs?: number;
}

const root = fileURLToPath(new URL('../', import.meta.url));
/** The command as it is published. */
export const builtCommand = join(root, 'dist/waymark.js');
/** The library as it is published. */
const libraryFile = new URL('../dist/index.js', import.meta.url).href;
const schemaFile = join(root, 'schemas/journey.schema.json');
/** What `--cache` remembers in the bench, apart from what the account remembers. */
const cacheFolder = join(root, 'bench/corpus/cache');
const installed = join(root, 'bench/node_modules');

/** Every row, prepared for a built command when it is asked for. */
export const rows: { readonly [id: string]: (command: string) => Row } = {
  one: (command) => {
    const corpus = prepareCorpus(1);
    return {
      id: 'one',
      title: 'one journey, cold start',
      waymark: soundly(command, corpus),
      peers: [{ name: 'node -e 0', command: node(corpus.folder, ['-e', '0']), atMost: 2 }, ajv(corpus), jsonschema(corpus)],
      runs: 15,
    };
  },
  thousand: (command) => {
    const corpus = prepareCorpus(1_000);
    return {
      id: 'thousand',
      title: '1,000 journeys, cold',
      waymark: soundly(command, corpus),
      peers: [{ ...ajv(corpus), atMost: 1 }, jsonschema(corpus), { ...spectral(corpus), atMost: 1 / 30, runs: 2 }],
      runs: 7,
    };
  },
  thousandWarm: (command) => warm(command, 'thousandWarm', 1_000, 0.6),
  tenThousand: (command) => {
    const corpus = prepareCorpus(10_000);
    return {
      id: 'tenThousand',
      title: '10,000 journeys, cold',
      waymark: soundly(command, corpus),
      peers: [{ ...ajv(corpus), atMost: 1 }, jsonschema(corpus)],
      runs: 5,
      mostMegabytes: 300,
    };
  },
  promises: (command) => proofs(command, 1_000, 1.3),
  pictures: (command) => pictures(command, 1_000),
  generated: () => generated(1_000),
  library: () => library(),
  changes: (command) => changes(command, 1_000),
  history: (command) => history(command, 1_000, 1_000),
  site: (command) => pages(command, 1_000),
  tenThousandWarm: (command) => warm(command, 'tenThousandWarm', 10_000, 0.3),
};

/** The same check again while nothing has changed, against itself without what it remembers. */
function warm(command: string, id: string, journeys: number, atMost: number): Row {
  const corpus = prepareCorpus(journeys);
  const cold = soundly(command, corpus);
  const again: Command = { ...cold, args: [...cold.args, '--cache'], environment: { XDG_CACHE_HOME: cacheFolder } };
  return { id, title: `${journeys.toLocaleString('en')} journeys, warm`, waymark: again, peers: [{ name: 'waymark validate, cold', command: cold, atMost }], runs: 5 };
}

/** Journeys whose promises are proved, against the same files with the rules that ask for proofs switched off. */
function proofs(command: string, journeys: number, atMost: number): Row {
  const corpus = preparePromises(journeys);
  const plain = validate(command, corpus);
  const on: Command = { ...plain, args: [...plain.args, '--fail-on', 'never'] };
  const off: Command = { ...on, args: [...on.args, ...provingRules.flatMap((rule) => ['--rule', `${rule}=off`])] };
  checkVerdicts(corpus.folder, journeys);
  checkFindings(on, off);
  return { id: 'promises', title: `${journeys.toLocaleString('en')} journeys with promises, cold, by CPU time`, waymark: on, peers: [{ name: 'the same without the rules that prove', command: off, atMost }], runs: 9, byWork: true };
}

/** Every journey as Mermaid text, without reading it, against a check of the same files. */
function pictures(command: string, journeys: number): Row {
  const corpus = prepareCorpus(journeys);
  const drawn: Command = { ...node(corpus.folder, [join(root, 'bench/render-texts.mjs'), 'flow']), timesItself: true };
  return { id: 'pictures', title: `${journeys.toLocaleString('en')} journeys as Mermaid text, reading not counted`, waymark: drawn, peers: [{ name: 'waymark validate, cold', command: validate(command, corpus), atMost: 0.15 }], runs: 5 };
}

/** Every journey as TypeScript, the compiler that prints it included, against the same documents as plain text. */
function generated(journeys: number): Row {
  const { folder } = prepareCorpus(journeys);
  const write = (target: string): Command => ({ ...node(folder, [join(root, 'bench/generate-texts.mjs'), target]), timesItself: true });
  return { id: 'generated', title: `${journeys.toLocaleString('en')} journeys as TypeScript, reading not counted`, waymark: write('typescript'), peers: [{ name: 'the same documents as plain text', command: write('plain'), atMost: 8 }], runs: 5 };
}

/** The library is read and nothing asked of it: the compiler that prints TypeScript must come only when some is written. */
function library(): Row {
  const read = (...modules: readonly string[]): Command => node(root, ['--input-type=module', '--eval', modules.map((name) => `await import(${JSON.stringify(name)});`).join(' ')]);
  return {
    id: 'library',
    title: `the library, read and no more (${filesOfLibrary()} files, none of a compiler), by CPU time`,
    waymark: read(libraryFile),
    peers: [{ name: 'node -e 0', command: node(root, ['-e', '0']) }, { name: 'the same with ts-morph', command: read(libraryFile, 'ts-morph') }],
    runs: 15,
    byWork: true,
  };
}

/** How many files are read for the library, of which none may be of a compiler. */
function filesOfLibrary(): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bench/loaded-modules.mjs'), libraryFile], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The library cannot be read: ${stderr}`);
  const files = JSON.parse(stdout) as readonly string[];
  const compiler = files.find((file) => /node_modules\/(?:@?ts-morph|typescript)\//.test(file));
  if (compiler !== undefined) throw new Error(`The library reads ${compiler} before anybody asks for TypeScript.`);
  return files.length;
}

/** Two versions compared, against reading the files that changed, or all of them, one by one. */
function changes(command: string, journeys: number): Row {
  const { folder } = prepareVersions(journeys);
  const compare = node(folder, [command, 'diff', 'v1', 'v2', '--format', 'json']);
  const showEach = (which: 'changed' | 'all'): Command => node(folder, [join(root, 'bench/show-each.cjs'), 'v1', 'v2', which]);
  return {
    id: 'changes',
    title: `two versions of ${journeys.toLocaleString('en')} journeys, ${journeys / 10} changed (${gitProcessesOf(compare)} processes of git)`,
    waymark: compare,
    peers: [{ name: 'git show, each changed file', command: showEach('changed') }, { name: 'git show, each file', command: showEach('all'), atMost: 1 / 10, runs: 2 }],
    runs: 5,
  };
}

/** All versions of one journey, against the least that it takes to read every version of every file. */
function history(command: string, journeys: number, commits: number): Row {
  const { folder, journeyFolders } = prepareHistory(journeys, commits);
  const [first = ''] = readdirSync(join(folder, journeyFolders[0]!));
  const told = node(folder, [command, 'history', `journey:${first.replace(/\.yaml$/, '')}`, '--format', 'json']);
  return {
    id: 'history',
    title: `all versions of one of ${journeys.toLocaleString('en')} journeys in ${commits.toLocaleString('en')} commits (${gitProcessesOf(told)} processes of git)`,
    waymark: told,
    peers: [{ name: 'git log, git cat-file and js-yaml', command: node(folder, [join(root, 'bench/history-floor.cjs')]), atMost: 2 }],
    runs: 5,
  };
}

/** A site, against the check of the same files, which it takes in. */
function pages(command: string, journeys: number): Row {
  const corpus = preparePromises(journeys);
  const check = validate(command, corpus);
  const site = node(corpus.folder, [command, 'site', '--as-of', '2026-11-22', '--out', join(root, 'bench/corpus/site')]);
  return { id: 'site', title: `the site of ${journeys.toLocaleString('en')} journeys with promises`, waymark: site, peers: [{ name: 'waymark validate, cold', command: { ...check, args: [...check.args, '--fail-on', 'never'] } }], runs: 3, mostMegabytes: 450 };
}

/** The check of files in which nothing is to be found. */
function soundly(command: string, corpus: Corpus): Command {
  const check = validate(command, corpus);
  checkSound(check);
  return check;
}

/** Every rule is on, and the day is fixed, so that the files stay sound for ever. */
function validate(command: string, { folder }: Corpus): Command {
  if (!existsSync(command)) throw new Error(`There is no ${command}. Run \`npm run build\` first.`);
  return node(folder, [command, 'validate', '--as-of', '2026-11-22']);
}

function ajv({ folder, journeyFolders }: Corpus): Peer {
  const files = journeyFolders.flatMap((path) => ['-d', `${path}/*.yaml`]);
  return { name: 'ajv-cli', command: node(folder, [join(installed, 'ajv-cli/dist/index.js'), 'validate', '--spec=draft2020', '--strict=false', '-s', schemaFile, ...files]) };
}

function jsonschema({ folder, journeyFolders }: Corpus): Peer {
  return { name: '@sourcemeta/jsonschema --fast', command: node(folder, [join(installed, '@sourcemeta/jsonschema/npm/cli.js'), 'validate', '--fast', schemaFile, ...journeyFolders]) };
}

function spectral({ folder, journeyFolders }: Corpus): Peer {
  const files = journeyFolders.map((path) => `${path}/*.yaml`);
  return { name: '@stoplight/spectral-cli', command: node(folder, [join(installed, '@stoplight/spectral-cli/dist/index.js'), 'lint', '--quiet', '-r', spectralRules(schemaFile), ...files]) };
}

function node(folder: string, args: readonly string[]): Command {
  return { folder, program: process.execPath, args };
}
