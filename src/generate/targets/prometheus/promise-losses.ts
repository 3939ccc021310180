import { secondsOf } from '../../../analysis/promised-time.js';
import type { LossHere } from '../../target.js';
import { wallSeconds } from './metrics.js';
import { lengthProblem, type Promised } from './promises.js';

/** What of a promise rules cannot be written for. */
export function promiseLosses(promised: Promised): readonly LossHere[] {
  const { spec, targets, day, doubled } = promised;
  const { window, floor } = spec.value;
  const lost = (field: string, reason: string): LossHere => ({ subject: spec.coordinate, field, reason });
  if (targets.length === 0) return [lost('targets', 'Nothing is promised in it: give it `targets`.')];
  return [
    ...doubled.map((index) => ({ ...lost('targets', 'It is for the same cases as a target before it, and only one of them can be compared with what was measured. Take one of them away.'), at: ['targets', index] })),
    ...(wallSeconds(window) ? [] : [lost('window', 'No alert tells that too many cases are missed, because nobody says over which period its percent holds: give it a `window`.')]),
    ...warningLosses(promised),
    ...(floor === undefined || secondsOf(floor, day) !== undefined ? [] : [lost('floor', `No alert tells of a case that is open for longer: ${lengthProblem(floor, promised)}`)]),
  ];
}

/** Where no target has a known time, the whole warning is lost; else the warning of those that have none, by their labels. */
function warningLosses(promised: Promised): readonly LossHere[] {
  const { spec, targets } = promised;
  if (spec.value.warnAt === undefined) return [];
  const untold = targets.filter(({ seconds }) => seconds === undefined);
  return untold.map(({ target: { within }, label, who }): LossHere => ({
    subject: spec.coordinate,
    field: 'warnAt',
    ...(untold.length === targets.length ? {} : { at: ['warnAt', label] }),
    reason: `Nobody is warned of the cases of ${who}: ${within === undefined ? 'their target has no `within` of which this could be a share.' : lengthProblem(within, promised)}`,
  }));
}
