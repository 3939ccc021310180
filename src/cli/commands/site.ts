import { InvalidArgumentError, Option, type Command } from 'commander';
import { didYouMean } from '../../base/words.js';
import { offeredViews } from '../../render/site/journey/offered-views.js';
import { audiences, type Audience } from '../../render/audiences.js';
import type { Console } from '../console.js';
import type { ExitCode } from '../exit-codes.js';
import { dayOption, workspaceOption } from '../options.js';
import { refOption } from '../past-options.js';

/** How `waymark site` is asked for. */
export interface SiteOptions {
  readonly out: string;
  readonly workspace?: readonly string[];
  readonly audience: Audience;
  readonly ref?: string;
  readonly asOf?: string;
  /** Ids of the views that are drawn. */
  readonly pictures?: readonly string[];
  readonly browser?: string;
  readonly serve?: number | true;
}

/** `waymark site`: the documents as pages for people. */
export function addSite(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('site')
    .summary('write the documents as a site that opens from a disk and from any host')
    .description('Writes a page for every journey, with its map, its promises and how much of each is left, who is responsible, its numbers, its data, what is found, and its versions with what changed and who agreed; pages for teams, promises, KPIs, personas, systems and data with everything that depends on them; and what is due. The pages ask nothing of any server, are readable without scripts, and search works from a disk. What is labelled for a narrower circle than the audience is left out. A file that cannot be read is left out as well: the front page says so, and the exit code is 1.')
    .requiredOption('-o, --out <dir>', 'the folder that the site is written into: a new or empty one, or one that holds a site of Waymark, which is replaced')
    .addOption(workspaceOption().env('WAYMARK_WORKSPACE'))
    .addOption(new Option('--audience <circle>', 'who may read it: what is labelled for a narrower circle is left out; what has no label is internal').choices([...audiences]).default('internal'))
    .addOption(refOption())
    .addOption(dayOption('judge findings and what is due for this day instead of today'))
    .addOption(new Option('--pictures [views]', `also show the pictures of each journey, which a browser draws; without it pages have them as text. With commas between them, only some views: ${offeredViews.join(', ')}`).preset(offeredViews.join()).argParser(parseViews))
    .addOption(new Option('--browser <file>', 'with --pictures: the Chromium, Chrome or Edge that draws; else one that is found').env('WAYMARK_BROWSER'))
    .addOption(new Option('--serve [port]', 'also show it at http://127.0.0.1 and write it again whenever a file changes, until it is stopped').preset(true).argParser(parsePort))
    .action(async (options: SiteOptions) => finish(await (await import('../site/run-site.js')).runSite(console, options)));
}

function parseViews(text: string): readonly string[] {
  const views = text.split(',').map((view) => view.trim());
  const unknown = views.find((view) => !offeredViews.includes(view));
  if (unknown !== undefined) throw new InvalidArgumentError(`There is no such picture of a journey: ${unknown}. ${didYouMean(unknown, new Set(offeredViews))}`.trim());
  return views;
}

function parsePort(text: string | true): number | true {
  if (text === true) return true;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('Write a port such as 4400.');
  return Number(text);
}
