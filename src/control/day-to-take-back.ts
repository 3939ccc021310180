import type { Coordinate } from '../base/diagnostic.js';
import type { Change } from '../diff/change.js';
import { documentPartOf } from '../model/spec.js';

/** What puts off the day from which on a document holds. */
const puttingOff: ReadonlySet<string> = new Set(['spec-start-loosened', 'protection-start-loosened']);

/** Where nothing but a later day breaks something in a document, that the day is taken back, as a sentence; else nothing. */
export function dayToTakeBack(document: Coordinate, changes: readonly Change[]): string | undefined {
  const breaking = changes.filter(({ subject, level }) => documentPartOf(subject) === document && level === 'breaking');
  const [only, ...others] = breaking;
  const day = only?.facts['was'];
  if (others.length > 0 || only === undefined || !puttingOff.has(only.kind) || typeof day !== 'string') return undefined;
  return `Nothing but the later day breaks anything: write \`effective: {from: ${day}}\` again where nobody means to put it off.`;
}
