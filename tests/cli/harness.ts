import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Console } from '../../src/cli/console.js';
import { main } from '../../src/cli/main.js';

/** What a command printed and how it ended. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A new folder with these files. */
export function folderWith(files: { readonly [path: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-cli-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Runs a command line in a folder, on a given day, without a terminal. */
export async function waymark(folder: string, args: readonly string[], environment: Console['environment'] = {}): Promise<Run> {
  const printed = { out: '', err: '' };
  const console: Console = {
    folder,
    environment,
    isTerminal: false,
    canAsk: false,
    print: (text) => (printed.out += text),
    warn: (text) => (printed.err += text),
    today: () => '2026-11-22',
  };
  const code = await main(args, console);
  return { code, ...printed };
}
