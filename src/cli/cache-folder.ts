import { lstatSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { makeFolder } from './make-folder.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where this account keeps what can be made again; made when it is missing. Never a folder that others may write to: what is
 * found here is believed, and compiled code is run.
 *
 * @param part - A folder in it for things of one sort.
 */
export function cacheFolder(environment: Environment, part = ''): { readonly folder: string } | { readonly problem: string } {
  const account = accountFolder(environment);
  if (account === undefined) return { problem: `there is no home folder. ${ownFolder}` };
  const whole = join(account, 'waymark');
  const folder = join(whole, part);
  try {
    makeFolder(folder, 0o700);
    const problem = problemOf(whole) ?? problemOf(folder);
    return problem === undefined ? { folder } : { problem };
  } catch (error) {
    return { problem: `${(error as Error).message}. ${ownFolder}` };
  }
}

const ownFolder = 'Name a folder of your own in XDG_CACHE_HOME.';

/** A path that begins at the folder where the command runs could lie in a repository, so it does not count. */
function accountFolder(environment: Environment): string | undefined {
  const home = environment['HOME'] ?? homedir();
  return [environment['XDG_CACHE_HOME'], environment['LOCALAPPDATA'], join(home, '.cache')].find((path) => path !== undefined && isAbsolute(path));
}

/** Windows tells neither accounts nor rights here; it keeps this folder for the account alone. */
function problemOf(folder: string): string | undefined {
  const stats = lstatSync(folder);
  const account = process.getuid?.();
  if (!stats.isDirectory()) return `\`${folder}\` is a link. ${ownFolder}`;
  if (account === undefined || (stats.uid === account && (stats.mode & 0o022) === 0)) return undefined;
  return `others may write into \`${folder}\`. Delete it. ${ownFolder}`;
}
