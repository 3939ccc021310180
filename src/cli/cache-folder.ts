import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Where this account keeps what can be made again. Never a folder that others may write to: what is found here is believed, and
 * compiled code is run.
 */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const own = [environment['XDG_CACHE_HOME'], environment['LOCALAPPDATA']].find((path) => path !== undefined && isAbsolute(path));
  return join(own ?? join(environment['HOME'] ?? homedir(), '.cache'), 'waymark');
}
