import { Option, type Command } from 'commander';
import { audiences, type Audience } from '../../render/audiences.js';
import { views } from '../../render/views/index.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { dayOption, formatsOption, workspaceOption, type FormatTarget } from '../options.js';
import { recordedByOption, type PastOptions } from '../past-options.js';

/** How `waymark render` is asked for. */
export interface RenderOptions extends PastOptions {
  readonly view?: string;
  readonly before?: string;
  readonly audience?: Audience;
  readonly browser?: string;
  readonly update?: readonly string[];
  readonly check?: boolean;
  readonly format: readonly FormatTarget[];
  readonly color?: boolean;
}

const names = views.map(({ id }) => id);

/** `waymark render`: a journey as a picture, and as tables that say the same. */
export function addRender(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('render')
    .summary('draw a journey as a picture, with tables that say the same')
    .description(`Draws a journey in one of ${names.length} views. A terminal shows no pictures: there the tables are printed that say the same. As Markdown it is ready for a README; a file that has the lines \`<!-- waymark render ID --view VIEW -->\` and \`<!-- /waymark -->\` is kept up to date with --update.\n\nViews:\n${views.map(({ id, summary }) => `  ${id}: ${summary}`).join('\n')}`)
    .argument('[id]', 'a journey; else the whole workspace, which the view hierarchy shows')
    .addOption(new Option('--view <view>', 'what is shown of it; else flow, or hierarchy of a whole workspace').choices([...names, 'all']))
    .addOption(new Option('--before <version>', 'for the view change: the version that was, as `waymark diff` takes it; else the commit at which this branch and the governed one parted: the one that `waymark.yaml` names on `main`, else `main`'))
    .addOption(workspaceOption().env('WAYMARK_WORKSPACE'))
    .addOption(new Option('--audience <circle>', 'who may read it: what is labelled for a narrower circle is left out, and so is a picture that names it; what has no label is internal; else nothing is left out').choices([...audiences]))
    .addOption(formatsOption(['text', 'mmd', 'markdown', 'json', 'svg', 'png']))
    .addOption(new Option('--update <file>', 'renew the pictures between the markers of a Markdown file; may be repeated').argParser((file: string, earlier: readonly string[] = []) => [...earlier, file]))
    .option('--check', 'with --update: change nothing, and end with 5 where a picture is not up to date')
    .addOption(new Option('--browser <file>', 'the Chromium, Chrome or Edge that draws for svg and png; else one that is found').env('WAYMARK_BROWSER'))
    .addOption(dayOption('with --recorded-by or --ref: draw what was in force on this day instead of today'))
    .addOption(recordedByOption('draw what was in force, by what the governed branch held at the end of this day in UTC, instead of the files as they lie here'))
    .addOption(new Option('--ref <branch>', 'draw what was in force, by what this branch holds'))
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .action(async (id: string | undefined, options: RenderOptions) => {
      const problem = misplaced(id, options);
      if (problem !== undefined) throw new Failure(exitCodes.usage, problem);
      if (options.update !== undefined) finish(await (await import('../render/update-files.js')).updateFiles(console, options.update, options));
      else finish(await (await import('../render/run-render.js')).runRender(console, id, options));
    });
}

function misplaced(id: string | undefined, { update, check, view, before, format }: RenderOptions): string | undefined {
  if (update === undefined) return check === true ? '`--check` belongs to `--update`: it tells whether the pictures of a file are up to date.' : misplacedView(id, view, before);
  if (id !== undefined || view !== undefined || before !== undefined) return 'With `--update` the markers in the file say what is drawn: leave out the id, --view and --before.';
  return format.length > 0 ? 'With `--update` the file is renewed where it lies: leave out --format.' : undefined;
}

function misplacedView(id: string | undefined, view: string | undefined, before: string | undefined): string | undefined {
  if (before !== undefined && view !== 'change') return '`--before` belongs to `--view change`.';
  if (id === undefined && view !== undefined && view !== 'hierarchy') return `\`--view ${view}\` shows a journey. Name one, such as \`waymark render motor-claim --view ${view}\`.`;
  return undefined;
}
