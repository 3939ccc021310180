import { spawnSync } from 'node:child_process';
import { newFolder } from '../../support/git-repository.js';

/** Runs something with a disk of 64 pages mounted on a folder, seen by nobody else: as who may mount, in a name space of its own. */
export function onSmallDisk(folder: string, ...command: readonly string[]): readonly string[] {
  return ['--mount', '--user', '--map-root-user', 'sh', '-c', 'mount -t tmpfs -o size=256k tmpfs "$0" && exec "$@"', folder, ...command];
}

/** Whether anybody may mount a disk in a name space of their own here. */
export const canMount = spawnSync('unshare', onSmallDisk(newFolder(), 'true')).status === 0;
