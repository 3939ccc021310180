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
import { openSiteFolder } from './site-folder.js';
import { siteHistory } from './site-history.js';

/** Writes the site, and shows it where that is asked for. */
export async function runSite(console: Console, options: SiteOptions): Promise<ExitCode> {
  const { folder, isWhole } = writeSite(console, options);
  if (options.serve === undefined) return isWhole ? exitCodes.clean : exitCodes.findings;
  const folders = [...openWorkspaces(console, options.workspace)].map((each) => each.folder);
  await serveSite(console, folder, folders, options.serve === true ? undefined : options.serve, () => void writeSite(console, options));
  return exitCodes.clean;
}

/** Pages are made and written one after the other, so that a thousand journeys need no more room than one. */
function writeSite(console: Console, options: SiteOptions): WrittenSite {
  const opened = [...openWorkspaces(console, options.workspace)];
  const input = inputOf(console, options, opened);
  const folder = openSiteFolder(console, options.out, opened);
  const journeys = opened.reduce((sum, { workspace }) => sum + workspace.journeys.length, 0);
  const tell = progress(console, journeys);
  for (const file of buildSite(input)) {
    folder.write(file);
    tell(file.path);
  }
  const files = folder.close();
  console.print(`Wrote ${count(files, 'file')} into ${options.out}, for readers: ${options.audience}. Open ${options.out.replace(/\/$/, '')}/index.html.\n`);
  return { folder: folder.path, isWhole: tellMissing(console, input) };
}

interface WrittenSite {
  /** Absolute. */
  readonly folder: string;
  /** False where a document is on no page because it cannot be read. */
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
    if (!path.includes('/journeys/')) return;
    done += 1;
    if (console.isTerminal && done % steps === 0) console.warn(`${done} of at most ${journeys} journeys\n`);
  };
}
