import type { Basis } from './basis.js';
import type { PartBudget } from './part-budgets.js';
import { overdrawnPause } from './pauses.js';
import { at, premise } from './premises.js';
import { aheadOf, type Unrolled } from './unrolled.js';
import type { Premise } from './verdict.js';

/** A pause cuts a part in two. On another calendar each piece may come to closed hours of its own. */
export function pausePremises(used: readonly PartBudget[]): readonly Premise[] {
  const isOnSeveral = used.some(({ calendar }) => calendar !== used[0]!.calendar);
  return !isOnSeveral ? [] : used.filter(({ shared }) => shared.length > 0).map(({ part: { promised } }) => premise('pause', at(promised, 'clock', 'pause'), `The clock of \`${promised.id}\` may stand still, and not all parts are counted on its calendar.`, 'Count the parts on one calendar, or go without the pause.'));
}

/** While two pauses of the whole overlap, one of them may use up the time of the other, in which a part stands still later on. */
export function overlapPremises({ whole }: Basis, used: readonly PartBudget[]): readonly Premise[] {
  if (whole.pauses.length < 2) return [];
  const shared = new Set(used.flatMap((each) => each.shared.map(({ pause }) => pause)));
  const [limited] = [...shared].filter(({ max }) => max !== undefined);
  if (shared.size < 2 || limited === undefined) return [];
  const message = `Two pauses of \`${whole.id}\` may overlap, and use up the ${limited.max!} from \`${limited.from}\` while it stands still once.`;
  return [premise('pause', at(whole, 'clock', 'pause', whole.pauses.indexOf(limited)), message, 'Go without `max`, or let the clocks of the parts stand still in one of these pauses only.')];
}

/** How long a pause may last is meant for one run of the whole, in which several parts may stand still, or one several times. */
export function pausesTogether({ whole, calendar, budgets }: Basis, ways: Unrolled): readonly Premise[] {
  return whole.pauses.filter(({ max }) => max !== undefined).flatMap((pause) => {
    const secondsIn = (part: number): number => budgets.get(part)!.shared.find((shared) => shared.pause === pause)?.seconds ?? 0;
    const ahead = aheadOf(ways, ({ passage: { part } }) => (part === undefined ? 0 : secondsIn(part)), Math.max);
    return overdrawnPause(whole, calendar, pause, Math.max(0, ...ways.sources.map((source) => ahead[source] ?? 0)));
  });
}
