import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Disk } from './disk.js';

/** A lock that this process holds until it releases it. */
export interface Lock {
  readonly path: string;
  /** Tells it from every other lock at this path. */
  readonly id: string;
}

/** How a lock is waited for. */
export interface LockOptions {
  readonly disk: Disk;
  /** Told when a lock is removed whose process is gone. */
  readonly say: (words: string) => void;
  /** Milliseconds. */
  readonly patience: number;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly id: string;
}

/**
 * Takes the lock at a path, which one process at a time can hold: it is a file that is made only where there is none. What a process
 * has left that is gone is removed.
 */
export function takeLock(path: string, options: LockOptions): Lock {
  const own: Holder = { pid: process.pid, host: hostname(), id: randomUUID() };
  const end = Date.now() + options.patience;
  while (!makeLock(path, own, options.disk)) {
    if (isLeft(path, options.disk)) removeLeft(path, options);
    else if (Date.now() > end) throw busy(path, options.disk);
    else sleep(20);
  }
  return { path, id: own.id };
}

/** Whether the lock at its path is still this one. */
export function isHeld({ path, id }: Lock, disk: Disk): boolean {
  return holderOf(path, disk)?.id === id;
}

/** What cannot be removed is found by the next one, who sees that its process is gone. */
export function releaseLock(lock: Lock, disk: Disk): void {
  try {
    if (isHeld(lock, disk)) disk.unlinkSync(lock.path);
  } catch {
    // It stays until the next one removes it.
  }
}

function makeLock(path: string, own: Holder, disk: Disk): boolean {
  let file: number;
  try {
    file = disk.openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    disk.writeSync(file, Buffer.from(JSON.stringify(own)));
  } catch (error) {
    disk.unlinkSync(path);
    throw error;
  } finally {
    disk.closeSync(file);
  }
  return true;
}

/** The lock of a lock: who holds it may remove that one. */
function guardOf(path: string): string {
  return `${path}.left`;
}

/** Removes what somebody has left who was stopped while removing a lock. Whoever holds the lock does it, because nobody else would look. */
export function clearGuard({ path }: Lock, options: LockOptions): void {
  if (isLeft(guardOf(path), options.disk)) removeLeft(guardOf(path), options);
}

/** Only who holds the lock of the lock removes it, so that nobody removes one that somebody has just made. */
function removeLeft(path: string, options: LockOptions): void {
  const guard = takeLock(guardOf(path), options);
  try {
    if (!isLeft(path, options.disk)) return;
    options.disk.unlinkSync(path);
    options.say(`A write that was cut off had left the lock \`${path}\`. It is removed.`);
  } finally {
    releaseLock(guard, options.disk);
  }
}

/** A lock is made before its words are written, so one without any is left only when it is that old. Milliseconds. */
const ageOfLeft = 2_000;

/** True where the process that made it is gone. Of another machine nobody knows. */
function isLeft(path: string, disk: Disk): boolean {
  const stats = disk.lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  if (!stats.isFile()) throw new Failure(exitCodes.unreadable, `\`${path}\` should be the lock of a ledger and is no ordinary file. Remove it.`);
  const holder = holderOf(path, disk);
  if (holder === undefined) return Date.now() - stats.mtimeMs > ageOfLeft;
  return holder.host === hostname() && (holder.pid === process.pid || !isRunning(holder.pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Nobody where there is no lock, or one without words. */
function holderOf(path: string, disk: Disk): Holder | undefined {
  const text = wordsIn(path, disk);
  try {
    const { pid, host, id } = JSON.parse(text) as Holder;
    return Number.isSafeInteger(pid) && pid > 0 && typeof host === 'string' && typeof id === 'string' ? { pid, host, id } : undefined;
  } catch {
    return undefined;
  }
}

function wordsIn(path: string, disk: Disk): string {
  try {
    return disk.readFileSync(path).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function busy(path: string, disk: Disk): Failure {
  const holder = holderOf(path, disk);
  const who = holder === undefined ? 'Somebody' : `Process ${holder.pid} on ${holder.host}`;
  return new Failure(exitCodes.unreadable, `${who} is writing this ledger. Try again in a moment; if nobody is, delete \`${path}\`.`);
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
