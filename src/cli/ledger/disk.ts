import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';

/** The calls by which a ledger is read and written. Tests give one that fails. */
export interface Disk {
  readonly lstatSync: typeof lstatSync;
  readonly readFileSync: (path: string) => Buffer;
  readonly readdirSync: (path: string) => string[];
  readonly openSync: (path: string, flags: string, mode?: number) => number;
  readonly writeSync: (file: number, bytes: Uint8Array) => number;
  readonly fsyncSync: (file: number) => void;
  readonly closeSync: (file: number) => void;
  readonly renameSync: (from: string, to: string) => void;
  readonly unlinkSync: (path: string) => void;
}

/** The disk of this machine. */
export const realDisk: Disk = { lstatSync, readFileSync, readdirSync, openSync, writeSync, fsyncSync, closeSync, renameSync, unlinkSync };
