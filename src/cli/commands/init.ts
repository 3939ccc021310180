import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { slashed } from '../../base/paths.js';
import { listOf } from '../../base/words.js';
import { visibleLines } from '../../base/escape/visible.js';
import type { ProfileName } from '../../schema/kinds/policy.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { askForAnswers } from '../init/ask.js';
import { ciFiles, type CiHost } from '../init/ci-jobs.js';
import { starterFiles, type Answers } from '../init/starter-files.js';
import { notesOnSurroundings } from '../init/surroundings.js';
import { refuseStrangeRoot } from '../open-workspaces.js';
import { insideFolder, writeNewFiles, type Artifact } from '../write-artifacts.js';
import { languageSchemas } from './schema.js';

interface InitOptions {
  readonly dir: string;
  readonly organisation?: string;
  readonly team?: string;
  readonly journey?: string;
  readonly profile: ProfileName;
  readonly ci: CiHost;
  readonly yes?: boolean;
}

const defaults = { organisation: 'Our company', team: 'Customer service', journey: 'Our first journey' } as const;

/** `waymark init`: a workspace with a first journey. It asks on a terminal and takes flags everywhere. */
export function addInit(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('init')
    .summary('make a workspace with a first journey')
    .description('Makes a workspace with a first journey, a team, a Policy, editor settings and a CI job, which stands at the top of the repository. Files that exist are left as they are.')
    .option('--dir <dir>', 'folder of the workspace', 'journeys')
    .option('--organisation <name>', 'the organisation that is responsible')
    .option('--team <name>', 'the team that owns the first journey')
    .option('--journey <title>', 'the title of the first journey')
    .addOption(new Option('--profile <name>', 'how much the rules ask for').choices(['starter', 'standard', 'regulated']).default('starter'))
    .addOption(new Option('--ci <host>', 'the code host whose CI job is written').choices(['github', 'gitlab', 'none']).default('github'))
    .option('-y, --yes', 'ask nothing and take what is not given from the defaults')
    .action(async (options: InitOptions) => finish(await init(console, options)));
}

async function init(console: Console, options: InitOptions): Promise<ExitCode> {
  const known = { ...defaults, ...withoutAbsent(options) };
  const answers = console.canAsk && options.yes !== true ? await askForAnswers(known, options) : known;
  if (answers === undefined) throw new Failure(exitCodes.usage, 'Nothing was written.');
  const settled = toAnswers(console, options, answers);
  refuseStrangeRoot(console, insideFolder(console.folder, options.dir));
  const files = starterFiles(settled, languageSchemas());
  refuseTakenName(files, settled);
  const own = writeNewFiles(console.folder, files);
  const job = writeJob(console, settled);
  console.print(visibleLines(closingWords(options.dir, { written: [...own.written, ...job.written], kept: [...own.kept, ...job.kept] }, [...job.note, ...notesOnSurroundings(console.folder, slashed(settled.dir), own.written.map(slashed))])));
  return exitCodes.clean;
}

/** The first journey gets a file of its own: its title must not lead to the name of another one. */
function refuseTakenName(files: readonly Artifact[], { journey }: Answers): void {
  const twice = files.find(({ path }, index) => files.findIndex((other) => other.path === path) < index);
  if (twice === undefined) return;
  throw new Failure(exitCodes.usage, `The journey \`${journey}\` would stand in \`${slashed(twice.path)}\`, which the workspace needs for itself. Nothing was written. Give the journey another title with --journey.`);
}

type Outcome = ReturnType<typeof writeNewFiles>;

/** A code host reads its jobs from the top of the repository, wherever in it the workspace is made. */
function writeJob(console: Console, answers: Answers): Outcome & { readonly note: readonly string[] } {
  const top = repositoryOf(console.folder) ?? console.folder;
  const files = ciFiles(answers.ci);
  const { written, kept } = writeNewFiles(top, files);
  if (top === console.folder) return { written, kept, note: [] };
  const seen = (path: string): string => slashed(relative(console.folder, join(top, path)));
  return { written: [], kept: [], note: [...written.map((path) => `Wrote the CI job to \`${seen(path)}\`, at the top of the repository.`), ...kept.map((path) => `Left as it is: the CI job \`${seen(path)}\`, at the top of the repository.`)] };
}

/** The folder of the repository that a folder lies in. */
function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder));
}

type Named = { readonly organisation: string; readonly team: string; readonly journey: string };

function withoutAbsent({ organisation, team, journey }: InitOptions): Partial<Named> {
  return Object.fromEntries(Object.entries({ organisation, team, journey }).filter(([, value]) => value !== undefined));
}

function toAnswers(console: Console, options: InitOptions, named: Named): Answers {
  const dir = relative(console.folder, resolve(console.folder, options.dir)) || '.';
  return { ...named, dir, profile: options.profile, ci: options.ci, today: console.today() };
}

function closingWords(dir: string, { written, kept }: Outcome, note: readonly string[]): string {
  const shown = written.filter((path) => !path.includes('.schemas/'));
  return [
    shown.length === 0 ? 'The workspace was there already; nothing in it was written.' : `Wrote ${listOf(shown)}.`,
    ...(kept.length === 0 ? [] : [`Left as they are: ${listOf(kept.filter((path) => !path.includes('.schemas/')))}.`]),
    ...note,
    '',
    `Next: open ${dir}, describe your journey, and run \`waymark validate\`.`,
    '',
  ].join('\n');
}
