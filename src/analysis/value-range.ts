import { isDay, isInstant } from '../base/date.js';
import { compareDurations, parseDuration, type Duration } from '../base/duration.js';
import { firstDayOf } from '../base/period.js';
import { parseDurationRange } from '../base/range.js';
import { didYouMean, nearest, sentence } from '../base/words.js';

/** What is wrong with a value whose form is right. */
export interface ValueProblem {
  /** The rest of a sentence: `which is no day of the calendar`. */
  readonly wrong: string;
  readonly hint: string;
}

/** Scalars whose form lets values pass that mean nothing, each with what has to hold besides. */
const checks: { readonly [scalar: string]: (text: string) => ValueProblem | undefined } = {
  Day: dayProblem,
  DayOrInstant: momentProblem,
  Period: periodProblem,
  Duration: durationProblem,
  PromisedDuration: durationProblem,
  RetentionPeriod: durationProblem,
  NoticePeriod: durationProblem,
  MaxAge: durationProblem,
  Cycle: (text) => durationProblem(text) ?? zeroProblem(text),
  ObservedDuration: rangeProblem,
  Observed: amountsProblem,
  DurationOrPercent: (text) => (text.endsWith('%') ? undefined : durationProblem(text)),
  TimeWindow: windowProblem,
  QuietHours: windowProblem,
  TimeZone: zoneProblem,
  Currency: currencyProblem,
  KpiUnit: unitProblem,
};

/** Names of the scalars that `valueProblem` knows. */
export const checkedScalars: ReadonlySet<string> = new Set(Object.keys(checks));

/** What is wrong with a value of a scalar beyond its form, or nothing. */
export function valueProblem(scalar: string, value: string): ValueProblem | undefined {
  const sound = soundValues.get(scalar);
  if (sound?.has(value)) return undefined;
  const problem = checks[scalar]?.(value);
  if (problem === undefined && sound !== undefined && sound.size < rememberedValues) sound.add(value);
  return problem;
}

/** The same few values stand in thousands of places. */
const soundValues: ReadonlyMap<string, Set<string>> = new Map([...checkedScalars].map((scalar) => [scalar, new Set()]));
const rememberedValues = 1000;

function dayProblem(text: string): ValueProblem | undefined {
  return isDay(text) ? undefined : { wrong: 'which is no day of the calendar', hint: 'Write a day that exists, as year, month and day, for example `2026-09-01`.' };
}

function momentProblem(text: string): ValueProblem | undefined {
  if (!text.includes('T')) return dayProblem(text);
  return isInstant(text) ? undefined : { wrong: 'which is no moment that exists', hint: 'Write a day and a time that exist, for example `2026-06-29T08:10:00Z`.' };
}

/** One period, or the first and the last of several. */
function periodProblem(text: string): ValueProblem | undefined {
  const parts = text.split('/');
  const problem = parts.map(partProblem).find((each) => each !== undefined);
  if (problem !== undefined || parts.length < 2 || firstDayOf(parts[0]!) <= firstDayOf(parts[1]!)) return problem;
  return { wrong: 'a range that ends below its beginning', hint: `Write the earlier period first: \`${parts[1]!}/${parts[0]!}\`.` };
}

function partProblem(text: string): ValueProblem | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayProblem(text) : weekProblem(text);
}

function weekProblem(text: string): ValueProblem | undefined {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
  if (year === undefined || (Number(week) >= 1 && Number(week) <= weeksOf(Number(year)))) return undefined;
  return { wrong: `a week that ${year} does not have`, hint: `Write a week from \`${year}-W01\` to \`${year}-W${weeksOf(Number(year))}\`.` };
}

/** A year that begins or ends on a Thursday has 53 weeks. */
function weeksOf(year: number): number {
  const isThursday = (month: number, day: number): boolean => new Date(Date.UTC(year, month, day)).getUTCDay() === 4;
  return isThursday(0, 1) || isThursday(11, 31) ? 53 : 52;
}

function durationProblem(text: string): ValueProblem | undefined {
  const reading = parseDuration(text);
  return 'problem' in reading ? { wrong: 'which is no length of time', hint: `${sentence(reading.problem)}.` } : undefined;
}

/** What lasts no time at all cannot be waited for or come again. */
export function zeroProblem(text: string): ValueProblem | undefined {
  const reading = parseDuration(text);
  if (!('duration' in reading) || !isZero(reading.duration)) return undefined;
  return { wrong: 'which is no time at all', hint: 'Write how long it is, for example `4h`, `2d` or `P3M`.' };
}

function isZero({ months, days, seconds }: Duration): boolean {
  return months === 0 && days === 0 && seconds === 0;
}

function rangeProblem(text: string): ValueProblem | undefined {
  const reading = parseDurationRange(text);
  if ('problem' in reading) return { wrong: 'which is no length of time', hint: 'Write one value such as `15m`, or a range such as `15-30m`, `7d+` or `<4h`.' };
  const { least, most } = reading.range;
  if (least === undefined || most === undefined || (compareDurations(least, most) ?? 0) <= 0) return undefined;
  return { wrong: 'a range that ends below its beginning', hint: 'Write the smaller value first, for example `15-30m`.' };
}

/** `10-7d`: whether a comma parts thousands or decimals, the second amount is below the first. */
function amountsProblem(text: string): ValueProblem | undefined {
  const [, least, leastUnit = '', most, unit = ''] = /^[<>~]? ?([0-9][0-9.,]*)(%|[a-z]{1,3})?-([0-9][0-9.,]*)(%|[a-z]{1,3})?[+]?$/.exec(text) ?? [];
  if (least === undefined || most === undefined) return undefined;
  if (leastUnit !== '' && leastUnit !== unit) return unlikeUnitsProblem(text);
  const isBackward = ['', '.'].every((comma) => Number(most.replaceAll(',', comma)) < Number(least.replaceAll(',', comma)));
  return isBackward ? { wrong: 'a range that ends below its beginning', hint: `Write the smaller value first: \`${most}-${least}${unit}\`.` } : undefined;
}

/** `2d-4h` can be compared because both are lengths of time; `5%-3d` cannot. */
function unlikeUnitsProblem(text: string): ValueProblem | undefined {
  return 'range' in parseDurationRange(text) ? rangeProblem(text) : undefined;
}

function windowProblem(text: string): ValueProblem | undefined {
  const [from, to] = text.split('-');
  return from === to ? { wrong: 'which begins and ends at the same time', hint: 'Write when it begins and when it ends, for example `08:00-18:00`. The whole day is `00:00-24:00`.' } : undefined;
}

function zoneProblem(text: string): ValueProblem | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  if (zones.includes(text) || canFormatIn(text)) return undefined;
  return { wrong: 'which is no time zone', hint: didYouMean(text, zones) || 'Write a continent and a city, for example `Europe/Berlin`.' };
}

/** Other names of a zone are known to the formatter alone, which is slow to start. */
function canFormatIn(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

let currencies: ReadonlySet<string> | undefined;

function currencyProblem(code: string): ValueProblem | undefined {
  currencies ??= new Set(Intl.supportedValuesOf('currency'));
  if (currencies.has(code)) return undefined;
  const near = nearest(code, currencies);
  return { wrong: 'which is no currency', hint: `Write the three letters of ISO 4217, for example \`${near ?? 'EUR'}\`.` };
}

function unitProblem(unit: string): ValueProblem | undefined {
  const [, currency] = /^currency\((.*)\)$/.exec(unit) ?? [];
  if (currency !== undefined) return currencyProblem(currency);
  const [, least, most] = /^score\((.*),(.*)\)$/.exec(unit) ?? [];
  if (least === undefined || Number(least) < Number(most)) return undefined;
  return { wrong: 'a scale that ends below its beginning', hint: 'Write the lowest score first, for example `score(1,7)`.' };
}
