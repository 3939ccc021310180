import { below, type Path } from '../../base/json.js';
import type { Predicate } from '../../schema/kinds/kpi.js';
import { predicateForm } from './formula-form.js';
import { normalPredicate } from './normal-predicate.js';
import { conditionsIn, impliedBy, keyOf } from './part-of-whole.js';

/** One of several conditions that hold together, or of which one holds, and where it is written. */
export interface Part {
  readonly written: Predicate;
  readonly path: Path;
  /** The same in the one notation of all conditions: what holds together where this holds. */
  readonly facts: readonly Predicate[];
}

/** The conditions that have to hold together, lists within lists opened. */
export function partsOf(predicate: Predicate, path: Path): readonly Part[] {
  return opened('all', predicate, path).map((part) => ({ ...part, facts: conditionsIn(normal(part.written)) }));
}

/** The conditions of which one has to hold, each with what holds where it does not. */
export function deniedParts(predicate: Predicate, path: Path): readonly Part[] {
  return opened('any', predicate, path).map((part) => ({ ...part, facts: conditionsIn(normal({ not: part.written })) }));
}

function opened(word: 'all' | 'any', written: Predicate, path: Path): readonly Omit<Part, 'facts'>[] {
  const form = predicateForm(written);
  return form?.is === word ? form.of.flatMap((each, index) => opened(word, each, below(path, word, index))) : [{ written, path }];
}

function normal(predicate: Predicate): Predicate {
  return normalPredicate(predicate) as Predicate;
}

/** Two conditions that never hold together; the second is one of `parts`, the first stands before it or is known anyway. */
export function opposites(parts: readonly Part[], known: readonly Part[] = []): readonly [Part, Part] | undefined {
  for (const [index, part] of parts.entries()) {
    const other = [...known, ...parts.slice(0, index)].find((each) => areOpposed(each, part));
    if (other !== undefined) return [other, part];
  }
  return undefined;
}

/** True only where it follows from the conditions themselves, whatever happens in a case. */
function areOpposed(a: Part, b: Part): boolean {
  return a.facts.some((one) => b.facts.some((other) => excludes(one, other)));
}

function excludes(a: Predicate, b: Predicate): boolean {
  return denies(a, b) || denies(b, a) || (a.outcome !== undefined && b.outcome !== undefined && a.outcome !== b.outcome) || areKeptAndMissed(a, b);
}

/** Not only what is said of a case is denied, but also what it needs: an attribute stands in an event that happened. */
function denies({ not }: Predicate, other: Predicate): boolean {
  if (not === undefined) return false;
  const denied = keyOf(not);
  return [other, ...impliedBy(other)].some((each) => keyOf(each) === denied);
}

function areKeptAndMissed({ promise: a }: Predicate, { promise: b }: Predicate): boolean {
  return a !== undefined && b !== undefined && a.sla === b.sla && a.is !== b.is && a.is !== 'due' && b.is !== 'due';
}
