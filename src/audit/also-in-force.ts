import type { CalendarDay } from '../base/date.js';
import { firstDay, firstDayTold, inForce, isBinding } from './in-force.js';
import { withBeside, type SpecVersion } from './spec-timeline.js';

/**
 * Which versions of a variant, beside the one that the branch holds, are in force from the first day on of what its base became: where a later version has been announced, or
 * put back to draft, the one before goes on until then, and becomes another one with the base.
 *
 * @param variant - All that is known of the variant, the oldest first.
 * @param base - The same of its base; the last is what it became.
 * @returns By the day on which they begin.
 */
export function alsoInForce(variant: readonly SpecVersion[], base: readonly SpecVersion[]): readonly SpecVersion[] {
  const [held, became] = [variant.at(-1)!, base.at(-1)!];
  const known = withBeside(variant);
  const binding = known.filter(isBinding);
  const day = dayOf(became, base);
  if (!isBinding(became) || beginsLast(held, binding, day)) return [];
  const days = [...new Set([day, ...binding.map(firstDay).filter((each) => each > day)])].sort();
  const found = new Set(days.flatMap((each) => inForce(known, each).version ?? []));
  return [...found].filter((each) => !isBinding(held) || nameOf(each) !== nameOf(held));
}

/** What is only corrected under its number is known from the day of the correction on. */
function dayOf(became: SpecVersion, base: readonly SpecVersion[]): CalendarDay {
  const [day, { recorded }] = [firstDayTold(became), became.moment];
  const isCorrected = base.slice(0, -1).some((each) => nameOf(each) === nameOf(became));
  return isCorrected && recorded > day ? recorded : day;
}

/** True of a version that nothing follows: most variants have no other one that is to come. */
function beginsLast(held: SpecVersion, binding: readonly SpecVersion[], day: CalendarDay): boolean {
  return isBinding(held) && held.effective?.until === undefined && firstDay(held) <= day && binding.every((each) => firstDay(each) <= firstDay(held));
}

/** What stands under one number from one day on is one version. */
function nameOf(version: SpecVersion): string {
  return `${version.version ?? ''} ${firstDay(version)}`;
}
