import type { Run } from './measure.js';
import type { Peer, Row } from './rows.js';

/** The runs of a row, round by round: in a round every command ran once, one after the other. */
export interface MeasuredRow {
  readonly row: Row;
  readonly rounds: readonly Round[];
}

export interface Round {
  readonly waymark: Run;
  /** By the peer's name; a slow peer does not run in every round. */
  readonly peers: ReadonlyMap<string, Run>;
}

/** The head of a Markdown table of ratios. */
export const tableHead = ['| files | against | Waymark takes | lowest to highest | target | Waymark peak | peer peak |', '|---|---|---|---|---|---|---|'].join('\n');

/** A line for each peer. A ratio is the median over the rounds, so that a busy moment of the machine counts for both sides. */
export function tableLines(measured: MeasuredRow): string {
  return measured.row.peers.map((peer) => line(measured, peer)).join('\n');
}

function line({ row, rounds }: MeasuredRow, peer: Peer): string {
  const shared = rounds.filter(({ peers }) => peers.has(peer.name));
  const ratios = shared.map(({ waymark, peers }) => secondsOf(row, waymark) / secondsOf(row, peers.get(peer.name)!));
  const ratio = median(ratios);
  const own = highest(rounds.map(({ waymark }) => waymark.megabytes));
  const cells = [row.title, `\`${peer.name}\``, times(ratio), `${times(Math.min(...ratios))} to ${times(Math.max(...ratios))}`, verdict(ratio, peer.atMost), memory(own, row.mostMegabytes), memory(highest(shared.map(({ peers }) => peers.get(peer.name)!.megabytes)))];
  return `| ${cells.join(' | ')} |`;
}

/** Where work cannot be told, the clock has to do. */
function secondsOf({ byWork = false }: Row, { seconds, cpuSeconds }: Run): number {
  return byWork ? (cpuSeconds ?? seconds) : seconds;
}

function verdict(ratio: number, atMost: number | undefined): string {
  if (atMost === undefined) return '';
  return `${times(atMost)} ${ratio <= atMost ? 'met' : 'missed'}`;
}

/** `0.85 x`, and the other way round where the peer takes many times as long. */
function times(ratio: number): string {
  return ratio < 0.1 ? `1/${(1 / ratio).toFixed(0)}` : `${ratio.toFixed(2)} x`;
}

function memory(megabytes: number | undefined, most?: number): string {
  if (megabytes === undefined) return 'unknown';
  const limit = most === undefined ? '' : ` (target ${most}, ${megabytes <= most ? 'met' : 'missed'})`;
  return `${megabytes.toFixed(0)} MB${limit}`;
}

function highest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
