import { readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appendToLedger } from '../../../src/cli/ledger/ledger-file.js';
import { attempt } from '../../support/attempt.js';
import { sampleLedger } from './sample-ledger.js';

/** Appends to a ledger on a small disk of which less and less is left: `node full-disk.mjs FOLDER`. Prints what came of each try. */
const [folder] = process.argv.slice(2) as [string];
const [path, filler] = [join(folder, 'ledger.jsonl'), join(folder, 'filler')];
const [before, after] = [sampleLedger(20), sampleLedger(60)];
const more = after.slice(before.length);

for (let pages = 0; pages <= 24; pages += 1) {
  writeFileSync(path, before);
  fillBut(pages);
  const said = attempt(() => appendToLedger(path, () => more));
  const found = readFileSync(path, 'utf8');
  const left = readdirSync(folder).filter((name) => name !== 'filler').length;
  rmSync(filler);
  if (found === before) appendToLedger(path, () => more);
  const isWhole = readFileSync(path, 'utf8') === after;
  process.stdout.write(`${JSON.stringify({ found: found === before ? 'old' : found === after ? 'new' : 'torn', said, left, isWhole })}\n`);
}

/** Leaves so many pages of the disk free. */
function fillBut(pages: number): void {
  const { bsize, bavail } = statfsSync(folder);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail - pages) * bsize));
}
