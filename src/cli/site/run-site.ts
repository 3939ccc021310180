import { count } from '../../base/words.js';
import type { Workspace } from '../../model/workspace.js';
import type { SiteInput } from '../../render/site/site-input.js';
import { buildSite } from '../../render/site/site.js';
import type { SiteOptions } from '../commands/site.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { openWorkspaces, type OpenWorkspace } from '../open-workspaces.js';
import { serveSite } from './serve-site.js';
import { leftOutOf } from './left-out.js';
import { tellMissing } from './tell-missing.js';
import { siteFindings } from './site-findings.js';
import { openSiteFolder, type SiteFolder } from './site-folder.js';
import { withPictures } from './site-pictures.js';
import { siteHistory } from './site-history.js';

/** Writes the site, and shows it where that is asked for. */
export async function runSite(console: Console, options: SiteOptions): Promise<ExitCode> {
  const { folder, isWhole } = await writeSite(console, options);
  if (options.serve === undefined) return isWhole ? exitCodes.clean : exitCodes.findings;
  const folders = [...openWorkspaces(console, options.workspace)].map((each) => each.folder);
  await serveSite(console, folder, folders, options.serve === true ? undefined : options.serve, async () => void (await writeSite(console, options)));
  return exitCodes.clean;
}

async function writeSite(console: Console, options: SiteOptions): Promise<WrittenSite> {
  const opened = [...openWorkspaces(console, options.workspace)];
  const input = inputOf(console, options, opened);
  const folder = openSiteFolder(console, options.out, opened);
  if (options.pictures === undefined) return { folder: folder.path, isWhole: writeInto(console, folder, options, input) };
  return withPictures(console, input, { views: options.pictures, browser: options.browser }, (pictures, tellUndrawn) => {
    const isComplete = writeInto(console, folder, options, { ...input, pictures });
    return { folder: folder.path, isWhole: tellUndrawn() && isComplete };
  });
}

/** Pages are made and written one after the other, so that a thousand journeys need no more room than one. False where something is missing. */
function writeInto(console: Console, folder: SiteFolder, { out, audience }: SiteOptions, input: SiteInput): boolean {
  const tell = progress(console, input.workspaces.reduce((sum, { workspace }) => sum + workspace.journeys.length, 0));
  for (const file of buildSite(input)) {
    folder.write(file);
    tell(file.path);
  }
  console.print(`Wrote ${count(folder.close(), 'file')} into ${out}, for readers: ${audience}. Open ${out.replace(/\/$/, '')}/index.html.\n`);
  return tellMissing(console, input);
}

interface WrittenSite {
  /** Absolute. */
  readonly folder: string;
  /** False where a document is on no page because it cannot be read, or a picture could not be drawn. */
  readonly isWhole: boolean;
}

function inputOf(console: Console, { audience, asOf = console.today(), ref }: SiteOptions, opened: readonly OpenWorkspace[]): SiteInput {
  const names = new Set<string>();
  const workspaces = opened.map(({ workspace, folder, root }) => ({ workspace, folder: ownName(names, workspace, root), findings: siteFindings(workspace, asOf), leftOut: leftOutOf(workspace, root), ...siteHistory(console, folder, { ref, today: console.today(), audience, workspace }) }));
  return { audience, asOf, workspaces };
}

/** The id of a workspace; of two that share one, the second gets a number. What is no good name of a folder is left out. */
function ownName(taken: Set<string>, { root }: Workspace, place: string): string {
  const own = (root?.id ?? place).toLowerCase().replace(/[^a-z0-9-]+/g, '-').replace(/^-+|-+$/g, '') || 'workspace';
  const base = own === 'assets' ? 'assets-1' : own;
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}-${number}`;
  taken.add(name);
  return name;
}

const steps = 100;

/** Says now and then how far it is, to somebody who waits at a terminal. */
function progress(console: Console, journeys: number): (path: string) => void {
  let done = 0;
  return (path) => {
    if (!/\/journeys\/.*\.html$/.test(path)) return;
    done += 1;
    if (console.isTerminal && done % steps === 0) console.warn(`${done} of at most ${journeys} journeys\n`);
  };
}
