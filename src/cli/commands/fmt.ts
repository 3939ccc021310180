import { join, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { sourceText, type SourceText } from '../../base/source.js';
import { count } from '../../base/words.js';
import { formatText } from '../../format/format-text.js';
import type { Console } from '../console.js';
import { exitCodes, worst, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { isInsideWorkspace } from '../../load/find-workspaces.js';
import { openWorkspaces } from '../open-workspaces.js';
import { writeFileWhole } from '../write-artifacts.js';

interface FmtOptions {
  readonly workspace?: string;
  readonly check?: boolean;
}

/** `waymark fmt`: every file in canonical order, comments kept. */
export function addFmt(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('fmt')
    .summary('put fields into their canonical order, comments kept')
    .description('Puts the fields of every document into the order in which the language declares them and tidies indentation. Values, quotes and comments stay as they are. A file that cannot be read is left alone.')
    .argument('[paths...]', 'only these files or folders')
    .option('-w, --workspace <dir>', 'folder of the workspace; else the nearest one upward, else all below')
    .option('--check', 'write nothing; the exit code is 1 when a file would change')
    .action((paths: readonly string[], options: FmtOptions) => finish(fmt(console, paths, options)));
}

function fmt(console: Console, paths: readonly string[], options: FmtOptions): ExitCode {
  refuseToWriteBelow(console, paths, options);
  const files = chooseFiles(console, paths, [...openWorkspaces(console, options.workspace)].flatMap(({ workspace }) => workspace.documents.map(({ source }) => source)));
  const outcomes = files.map((source) => formatFile(console, source, options.check === true));
  const changed = outcomes.filter((outcome) => outcome === 'changed').length;
  const refused = outcomes.filter((outcome) => outcome === 'refused').length;
  console.print(closingWords(files.length, changed, refused, options.check === true));
  return worst([refused > 0 ? exitCodes.findings : exitCodes.clean, changed > 0 && options.check === true ? exitCodes.findings : exitCodes.clean]);
}

/** Files are rewritten only where somebody pointed: a path, a workspace, or the workspace that one stands in. */
function refuseToWriteBelow(console: Console, paths: readonly string[], options: FmtOptions): void {
  if (options.check === true || options.workspace !== undefined || paths.length > 0 || isInsideWorkspace(console.folder)) return;
  throw new Failure(exitCodes.usage, 'Say which files to write: a path, or a workspace with `-w`. `waymark fmt --check` looks at all of them and writes nothing.');
}

function chooseFiles(console: Console, paths: readonly string[], sources: readonly SourceText[]): readonly SourceText[] {
  const byUri = new Map(sources.map((source) => [source.uri, source]));
  if (paths.length === 0) return [...byUri.values()];
  const wanted = paths.map((path) => relative(console.folder, resolve(console.folder, path)).split(sep).join('/'));
  const isWithin = (uri: string, path: string): boolean => path === '' || uri === path || uri.startsWith(`${path}/`);
  const unmatched = wanted.find((path) => ![...byUri.keys()].some((uri) => isWithin(uri, path)));
  if (unmatched !== undefined) throw new Failure(exitCodes.unreadable, `No document of the workspace is at \`${unmatched}\`.`);
  return [...byUri.values()].filter(({ uri }) => wanted.some((path) => isWithin(uri, path)));
}

type Outcome = 'unchanged' | 'changed' | 'refused';

function formatFile(console: Console, source: SourceText, checkOnly: boolean): Outcome {
  const result = formatText(sourceText(source.uri, source.text));
  if (result.outcome === 'unchanged') return 'unchanged';
  if (result.outcome === 'refused') {
    console.warn(`${source.uri}: left as it is, because it has ${count(result.problems.length, 'finding')}; see \`waymark validate\`.\n`);
    return 'refused';
  }
  if (!checkOnly) writeFileWhole(join(console.folder, source.uri), result.text);
  console.print(`${source.uri}${checkOnly ? ' would change' : ''}\n`);
  return 'changed';
}

function closingWords(files: number, changed: number, refused: number, checkOnly: boolean): string {
  if (changed + refused === 0) return `${count(files, 'file is', 'files are')} in canonical order.\n`;
  const words = checkOnly ? 'would change; `waymark fmt` writes it' : 'written';
  return `${count(changed, 'file')} ${words}${refused === 0 ? '' : `, ${refused} left as they are`}.\n`;
}
