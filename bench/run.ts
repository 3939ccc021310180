/**
 * Compares `waymark validate` with other validators on the same files and prints the ratios as a Markdown table.
 * `npm run bench` runs every row; `npm run bench -- one thousand` runs those, `--runs 3` sets how often, and
 * `--command FILE` measures another build than the one in `dist`.
 */
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, type Run } from './measure.js';
import { builtCommand, rows, type Row } from './rows.js';
import { tableHead, tableLines, type MeasuredRow, type Round } from './table.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string' }, command: { type: 'string', default: builtCommand } } });
const unknownRow = positionals.find((id) => !Object.hasOwn(rows, id));
if (unknownRow !== undefined) throw new Error(`There is no row \`${unknownRow}\`. The rows are ${Object.keys(rows).join(', ')}.`);
const chosen = Object.entries(rows).filter(([id]) => positionals.length === 0 || positionals.includes(id));
process.stdout.write(`\nNode ${process.versions.node} on ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${new Date().toISOString().slice(0, 10)}\n\n${tableHead}\n`);
// Row by row, so that what was measured is not lost with a later row that breaks off.
for (const [, prepare] of chosen) process.stdout.write(`${tableLines(measureRow(prepare(resolve(values.command)), values.runs === undefined ? undefined : Number(values.runs)))}\n`);

/** One uncounted run of each quick command fills the caches of the disk; then they take turns. */
function measureRow(row: Row, asked: number | undefined): MeasuredRow {
  const runs = asked ?? row.runs;
  const quick = row.peers.filter((peer) => peer.runs === undefined);
  for (const command of [row.waymark, ...quick.map((peer) => peer.command)]) measure(command);
  return { row, rounds: Array.from({ length: runs }, (_, index) => measureRound(row, index, runs)) };
}

function measureRound(row: Row, index: number, runs: number): Round {
  const waymark = measure(row.waymark);
  const running = row.peers.filter((peer) => index < (peer.runs ?? runs));
  const peers = new Map<string, Run>(running.map((peer) => [peer.name, measure(peer.command)]));
  const shown = [...peers].map(([name, { seconds }]) => `${name} ${seconds.toFixed(2)} s`);
  process.stderr.write(`${row.title}, round ${index + 1} of ${runs}: waymark ${waymark.seconds.toFixed(2)} s, ${shown.join(', ')}\n`);
  return { waymark, peers };
}
