import { adviceFor } from './duration-advice.js';

/**
 * Lengths of time, read from ISO 8601 (`PT4H`, `P14D`, `P3M`) and from the shorthand that people write (`4h`, `2d`).
 * A day is kept apart from hours, because on a business calendar it means the calendar's own day length.
 */
export interface Duration {
  readonly months: number;
  readonly days: number;
  /** Exact whole seconds. */
  readonly seconds: number;
}

export type DurationReading = { readonly duration: Duration } | { readonly problem: string };

const iso = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const short = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const longestDays = 36_525;

/** The same few lengths of time stand in thousands of places. */
const readings = new Map<string, DurationReading>();
const rememberedReadings = 1000;

/** Reads a duration, or says in plain words why the text is none. Signs, fractions and mixed notations are refused. */
export function parseDuration(text: string): DurationReading {
  const known = readings.get(text);
  if (known !== undefined) return known;
  const reading = readDuration(text);
  if (readings.size < rememberedReadings) readings.set(text, reading);
  return reading;
}

function readDuration(text: string): DurationReading {
  if (/^[-+]/.test(text)) return { problem: 'a length of time has no sign' };
  if (/(?:\d|^P?T?)[.,]\d/.test(text)) return { problem: 'use whole numbers, for example `90m` for one and a half hours' };
  if (/^\d{1,9}$/.test(text)) return { problem: `\`${text}\` has no unit: write \`${text}m\`, \`${text}h\` or \`${text}d\`` };
  if (/^\d{1,9}M$/.test(text)) return { problem: `\`${text}\` could be minutes or months: write \`${text.toLowerCase()}\` for minutes or \`P${text}\` for months` };
  const spelled = fromWords(text);
  if (spelled !== undefined) return { problem: `write \`${spelled}\`` };
  const match = readWritten(text);
  if (match === undefined) return { problem: adviceFor(text, isWritten) ?? 'write it like `30m`, `4h`, `2d` or `P3M`' };
  if (isTooLong(match)) return { problem: 'it is longer than a hundred years' };
  return { duration: match };
}

function readWritten(text: string): Duration | undefined {
  return text.startsWith('P') ? readIso(text) : readShort(text);
}

function isWritten(text: string): boolean {
  const match = readWritten(text);
  return match !== undefined && !isTooLong(match);
}

function isTooLong({ months, days, seconds }: Duration): boolean {
  const inDays = (months / 1200) * longestDays + days + seconds / 86_400;
  return !Number.isFinite(inDays) || inDays > longestDays;
}

/** `3 months` and `15 min` as they are written here. */
function fromWords(text: string): string | undefined {
  const [, amount, word] = /^(\d{1,6}) ?(min|minute|hour|hr|day|week|month|year)s?$/i.exec(text) ?? [];
  if (amount === undefined || word === undefined) return undefined;
  const letter = word.charAt(0).toLowerCase();
  return word.toLowerCase() === 'month' || letter === 'y' ? `P${amount}${letter.toUpperCase()}` : `${amount}${letter}`;
}

function readIso(text: string): Duration | undefined {
  const parts = iso.exec(text);
  if (parts === null || !/\d/.test(text) || text.endsWith('T')) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = parts.slice(1).map(Number0);
  if (weeks && (years || months || days || hours || minutes || seconds)) return undefined;
  return duration(years! * 12 + months!, weeks! * 7 + days!, hours!, minutes!, seconds!);
}

function readShort(text: string): Duration | undefined {
  const parts = short.exec(text);
  if (parts === null || text === '') return undefined;
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map(Number0);
  return duration(0, weeks! * 7 + days!, hours!, minutes!, seconds!);
}

function Number0(digits: string | undefined): number {
  return digits === undefined ? 0 : Number(digits);
}

function duration(months: number, days: number, hours: number, minutes: number, seconds: number): Duration {
  return { months, days, seconds: hours * 3600 + minutes * 60 + seconds };
}

/** Compares two durations; `undefined` when calendar months stand against days and the answer depends on the month. */
export function compareDurations(a: Duration, b: Duration): number | undefined {
  const least = (d: Duration): number => d.months * 28 + d.days + d.seconds / 86_400;
  const most = (d: Duration): number => d.months * 31 + d.days + d.seconds / 86_400;
  if (a.months === b.months) return Math.sign(a.days - b.days + (a.seconds - b.seconds) / 86_400);
  if (a.days === b.days && a.seconds === b.seconds) return Math.sign(a.months - b.months);
  if (most(a) < least(b)) return -1;
  return least(a) > most(b) ? 1 : undefined;
}

/** True when one period is so many times the other, whichever month it is. False for texts that are no length of time. */
export function isWholePeriods(whole: string, part: string): boolean {
  if (whole === part) return true;
  const [a, b] = [parseDuration(whole), parseDuration(part)];
  return 'duration' in a && 'duration' in b && isMultiple(a.duration, b.duration);
}

function isMultiple(whole: Duration, part: Duration): boolean {
  const seconds = ({ days, seconds: rest }: Duration): number => days * 86_400 + rest;
  if (part.months > 0) return seconds(part) === 0 && seconds(whole) === 0 && whole.months > 0 && whole.months % part.months === 0;
  return whole.months === 0 && seconds(part) > 0 && seconds(whole) > 0 && seconds(whole) % seconds(part) === 0;
}

/** A duration that people can read: `3 months`, `4h`, `2d 30m`. */
export function formatDuration({ months, days, seconds }: Duration): string {
  const parts = [
    months % 12 === 0 ? unit(months / 12, ' year') : unit(months, ' month'),
    days > 0 ? `${days}d` : '',
    seconds >= 3600 ? `${Math.floor(seconds / 3600)}h` : '',
    seconds % 3600 >= 60 ? `${Math.floor((seconds % 3600) / 60)}m` : '',
    seconds % 60 > 0 ? `${seconds % 60}s` : '',
  ].filter((part) => part !== '');
  return parts.join(' ') || '0s';
}

/** How often a cycle comes round, after `every`: `P3M` is `3 months`, `P1Y` is `year`. What is no length of time stays as it is. */
export function formatCycle(text: string): string {
  const reading = parseDuration(text);
  return 'duration' in reading ? formatDuration(reading.duration).replace(/^1 /, '') : text;
}

function unit(n: number, name: string): string {
  return n === 0 ? '' : `${n}${name}${n === 1 ? '' : 's'}`;
}
