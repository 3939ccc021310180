import { join } from 'node:path';
import type { Command } from 'commander';
import { sourceText, type SourceText } from '../../base/source.js';
import { count } from '../../base/words.js';
import { formatText } from '../../format/format-text.js';
import type { Console } from '../console.js';
import { exitCodes, worst, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { isInsideWorkspace } from '../../load/find-workspaces.js';
import type { Workspace } from '../../model/workspace.js';
import { visible } from '../../base/escape/visible.js';
import { meantFiles } from '../meant-files.js';
import { openWorkspaces } from '../open-workspaces.js';
import { workspaceOption } from '../options.js';
import { writeFileWhole } from '../write-artifacts.js';

interface FmtOptions {
  readonly workspace?: readonly string[];
  readonly check?: boolean;
}

/** `waymark fmt`: every file in canonical order, comments kept. */
export function addFmt(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('fmt')
    .summary('put fields into their canonical order, comments kept')
    .description('Puts the fields of every document into the order in which the language declares them and tidies indentation. Values, quotes and comments stay as they are. A file that cannot be read is left alone.')
    .argument('[paths...]', 'only these files or folders')
    .addOption(workspaceOption())
    .option('--check', 'write nothing; the exit code is 1 when a file would change')
    .action((paths: readonly string[], options: FmtOptions) => finish(fmt(console, paths, options)));
}

function fmt(console: Console, paths: readonly string[], options: FmtOptions): ExitCode {
  const workspaces = [...openWorkspaces(console, options.workspace)].map(({ workspace }) => workspace);
  refuseToWriteBelow(console, paths, options);
  const files = chooseFiles(console, paths, workspaces.flatMap(readable));
  const outcomes = files.map((file) => ('unreadable' in file ? leave(console, file.uri, 1) : formatFile(console, file, options.check === true)));
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

/** A file of the workspace that could not be opened. */
interface Unreadable {
  readonly uri: string;
  readonly unreadable: true;
}

function readable({ documents, problems }: Workspace): readonly (SourceText | Unreadable)[] {
  const read = documents.map(({ source }) => source);
  const unread = problems.filter(({ code }) => code === 'STR-001').map(({ span }): Unreadable => ({ uri: span.source.uri, unreadable: true }));
  return [...unread, ...read];
}

function chooseFiles(console: Console, paths: readonly string[], sources: readonly (SourceText | Unreadable)[]): readonly (SourceText | Unreadable)[] {
  const byUri = new Map(sources.map((source) => [source.uri, source]));
  if (paths.length === 0) return [...byUri.values()];
  const isMeant = meantFiles(console, paths, 'document', [...byUri.keys()]);
  return [...byUri.values()].filter(({ uri }) => isMeant(uri));
}

type Outcome = 'unchanged' | 'changed' | 'refused';

function formatFile(console: Console, source: SourceText, checkOnly: boolean): Outcome {
  const result = formatText(sourceText(source.uri, source.text));
  if (result.outcome === 'unchanged') return 'unchanged';
  if (result.outcome === 'refused') return leave(console, source.uri, result.problems.length);
  if (!checkOnly) writeFileWhole(join(console.folder, source.uri), result.text);
  console.print(`${visible(source.uri)}${checkOnly ? ' would change' : ''}\n`);
  return 'changed';
}

function leave(console: Console, uri: string, problems: number): Outcome {
  console.warn(`${uri}: left as it is, because it has ${count(problems, 'finding')}; see \`waymark validate\`.\n`);
  return 'refused';
}

function closingWords(files: number, changed: number, refused: number, checkOnly: boolean): string {
  if (changed + refused === 0) return `${count(files, 'file is', 'files are')} in canonical order.\n`;
  const words = changed === 0 ? '' : `${count(changed, 'file')} ${checkOnly ? 'would change; `waymark fmt` writes it' : 'written'}. `;
  return `${words}${refused === 0 ? '' : `${count(refused, 'file was left as it is', 'files were left as they are')}; \`waymark validate\` says why.`}`.trimEnd() + '\n';
}
