import type { Diagnostic } from '../base/diagnostic.js';
import { groupBy } from '../base/groups.js';
import { count } from '../base/words.js';

/** A finding that stands for all that have its cause, itself included. */
export interface Gathered extends Diagnostic {
  /** The findings of all its places, where there are several. */
  readonly standsFor?: readonly Diagnostic[];
}

/** Tells each cause once: at the first place that it shows at, with the others beside it. */
export function gatherByCause(diagnostics: readonly Diagnostic[]): readonly Gathered[] {
  const groups = groupBy(diagnostics, (each) => (each.cause === undefined ? each : [each.code, each.severity, each.cause].join(' ')));
  return [...groups.values()].map((group) => (group.length === 1 ? group[0]! : gather(group)));
}

/** Takes apart what was gathered, so that each place can be asked about on its own. */
export function spreadCauses(diagnostics: readonly Gathered[]): readonly Diagnostic[] {
  return diagnostics.flatMap((each) => each.standsFor ?? [each]);
}

/** Nobody goes through more places of one name by hand. */
const mostRelated = 20;

function gather(group: readonly Diagnostic[]): Gathered {
  const [first, ...others] = group as readonly [Diagnostic, ...Diagnostic[]];
  const places = others.flatMap(({ span }) => (span === undefined ? [] : [{ message: 'It is named here too.', span }]));
  return {
    ...first,
    message: `${first.message} ${count(others.length, 'other place names', 'other places name')} it too.`,
    related: [...(first.related ?? []), ...places].slice(0, mostRelated),
    standsFor: group,
  };
}
