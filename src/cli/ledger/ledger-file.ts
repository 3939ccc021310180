import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { realDisk, type Disk } from './disk.js';
import { clearGuard, isHeld, releaseLock, takeLock, type Lock } from './lock-file.js';

/** How a ledger's file is written. */
export interface AppendOptions {
  readonly disk?: Disk;
  /** Told when something is cleared away that a write had left which was cut off. */
  readonly say?: (words: string) => void;
  /** How long somebody else's write is waited for, in milliseconds. */
  readonly patience?: number;
}

const noBytes = new Uint8Array();

/**
 * Writes something behind the end of a ledger. Of several processes that do so at once, each sees what the one before it has written;
 * whatever happens, the old file stands there or the new one, each as a whole.
 *
 * @param next - What is written behind the bytes that are there; it may refuse with a `Failure`. Nothing is written for an empty text.
 */
export function appendToLedger(path: string, next: (bytes: Uint8Array) => string, { disk = realDisk, say = () => {}, patience = 10_000 }: AppendOptions = {}): void {
  told(path, () => {
    const lock = takeLock(`${path}.lock`, { disk, say, patience });
    try {
      clearGuard(lock, { disk, say, patience });
      clearLeft(path, disk, say);
      const bytes = readLedgerFile(path, disk) ?? noBytes;
      const text = next(bytes);
      if (text !== '') replaceFile(path, Buffer.concat([bytes, Buffer.from(text)]), lock, disk);
    } finally {
      releaseLock(lock, disk);
    }
  });
}

/** The bytes of a ledger; `undefined` where there is none. What is no ordinary file is refused, also a link: it may lead anywhere. */
export function readLedgerFile(path: string, disk: Disk = realDisk): Uint8Array | undefined {
  return told(path, () => {
    const stats = disk.lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    if (!stats.isFile()) throw new Failure(exitCodes.unreadable, `\`${path}\` is ${stats.isDirectory() ? 'a folder' : stats.isSymbolicLink() ? 'a link' : 'no ordinary file'}, and a ledger is an ordinary file.`);
    return disk.readFileSync(path);
  });
}

/** What the disk refuses is told in one line. */
function told<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof Failure || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Failure(exitCodes.unreadable, `\`${path}\` cannot be read or written: ${(error as Error).message}. What stood there before still does.`);
  }
}

function replaceFile(path: string, bytes: Uint8Array, lock: Lock, disk: Disk): void {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    writeNew(temporary, bytes, (disk.lstatSync(path, { throwIfNoEntry: false })?.mode ?? 0o666) & 0o777, disk);
    if (!isHeld(lock, disk)) throw new Failure(exitCodes.unreadable, `Somebody has taken away the lock \`${lock.path}\`, so nothing is written. Try again.`);
    disk.renameSync(temporary, path);
  } catch (error) {
    removeQuietly(temporary, disk);
    throw error;
  }
  keepName(dirname(path), disk);
}

/** Always a new file, and on the disk before it gets the name of the old one. */
function writeNew(path: string, bytes: Uint8Array, mode: number, disk: Disk): void {
  const file = disk.openSync(path, 'wx', mode);
  try {
    for (let at = 0; at < bytes.length; ) at += disk.writeSync(file, bytes.subarray(at));
    disk.fsyncSync(file);
  } finally {
    disk.closeSync(file);
  }
}

/** The new name too should outlast a loss of power. Not every system lets a folder be opened, and both names lead to a whole file. */
function keepName(folder: string, disk: Disk): void {
  try {
    const opened = disk.openSync(folder, 'r');
    try {
      disk.fsyncSync(opened);
    } finally {
      disk.closeSync(opened);
    }
  } catch {
    // The old file or the new one will be found.
  }
}

/** Who holds the lock is alone, so every file that was begun is one that a write has left which was cut off. */
function clearLeft(path: string, disk: Disk, say: (words: string) => void): void {
  const begun = (name: string): boolean => name.startsWith(`${basename(path)}.`) && /^\.[0-9a-f-]{36}\.tmp$/.test(name.slice(basename(path).length));
  for (const name of disk.readdirSync(dirname(path)).filter(begun)) {
    disk.unlinkSync(join(dirname(path), name));
    say(`A write that was cut off had left \`${name}\`. It is removed.`);
  }
}

function removeQuietly(path: string, disk: Disk): void {
  try {
    disk.unlinkSync(path);
  } catch {
    // It was never there, or the next write removes it.
  }
}
