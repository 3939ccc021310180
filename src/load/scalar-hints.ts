import { isDay } from '../base/date.js';
import { parseDuration } from '../base/duration.js';
import type { JsonObject } from '../base/json.js';
import { lazy } from '../base/lazy.js';
import { excerpt, sentence } from '../base/words.js';

/** What the author of a malformed value most likely meant; `undefined` when its description has to do. */
export function hintFor(scalar: string, text: string): string | undefined {
  if (scalar === 'Version') return `Write three numbers with dots, for example ${threeNumbers(text)}.`;
  if (scalar === 'Id' && asId(text) !== text) return `Write it with small letters, digits and hyphens only${asId(text) === '' ? '' : `, for example \`${asId(text)}\``}.`;
  if (scalar === 'ObservedDuration') return observedHint(text);
  if (scalar === 'Language' || scalar === 'LanguageOfText') return languageHint(text);
  if (scalar === 'KpiUnit') return 'Choose ratio, percent, count, duration, an amount of money such as `currency(EUR)`, or a scale such as `score(1,10)`.';
  if (scalar === 'Day') return dayHint(text);
  if (scalar === 'LinkOrPath') return pathHint(text);
  if (Object.hasOwn(scales, scalar)) return scaleHint(scalar, text);
  return durations.has(scalar) ? durationHint(text) : undefined;
}

/** `1.12.2026` and `2026/12/1` are clear; with strokes, the day and the month could change places. */
function dayHint(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text) ?? [];
  const [, yearFirst, monthNext, dayLast] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  const meant = [year ?? yearFirst, month ?? monthNext, day ?? dayLast].map((part) => part?.padStart(2, '0')).join('-');
  return isDay(meant) ? `Write \`${meant}\`.` : undefined;
}

const durations: ReadonlySet<string> = new Set(['Duration', 'PromisedDuration', 'Cycle', 'RetentionPeriod', 'NoticePeriod', 'MaxAge']);

/** `2 hours` and `8 to 15 minutes` are told in the notation of the language; anything else has to do with the description. */
function observedHint(text: string): string | undefined {
  const [, from, unit, to] = /^(\d{1,6})(?: ?([a-z]+))? ?(?:-|\u2013|to) ?(\d{1,6} ?[a-z]+)$/i.exec(text) ?? [];
  if (from === undefined || to === undefined) return shortForm(text) === text ? undefined : written(shortForm(text));
  const end = shortForm(to);
  const start = unit === undefined ? end?.replace(/\d+/, from) : shortForm(`${from} ${unit}`);
  if (start === undefined || end === undefined) return undefined;
  return written(start.replace(/\d+/, '') === end.replace(/\d+/, '') && !end.startsWith('P') ? `${from}-${end}` : `${start}-${end}`);
}

function written(form: string | undefined): string | undefined {
  return form === undefined ? undefined : `Write \`${form}\`.`;
}

/** `15 minutes` and `15m` as `15m`. */
function shortForm(text: string): string | undefined {
  const close = text.replace(' ', '');
  const reading = parseDuration(close);
  return 'duration' in reading ? close : /^write `(\d+[a-z]|P\d+[A-Z])`$/.exec(reading.problem)?.[1];
}

function durationHint(text: string): string | undefined {
  const repeated = /^R(\d*)\/P?(.+)$/.exec(text);
  if (repeated !== null) return `Write the distance and the number apart: \`every: P${repeated[2]}\` and \`times: ${repeated[1] || 'unknown'}\`.`;
  const reading = parseDuration(text);
  return 'problem' in reading ? `${sentence(reading.problem)}.` : undefined;
}

/** Scalars of plain words: a group of fields there was meant to be read as a sentence. */
const inWords: ReadonlySet<string> = new Set(['PlanWord', 'FeelingWord', 'ConditionText', 'Obligation', 'Word', 'Prose']);

/** What to write instead of a group of fields where words belong. */
export function wordsHintFor(scalar: string, group: JsonObject): string | undefined {
  if (!inWords.has(scalar)) return undefined;
  const [entry, ...others] = Object.entries(group);
  const isPlain = entry !== undefined && others.length === 0 && ['string', 'number'].includes(typeof entry[1]);
  return isPlain ? `Write it in words: \`${excerpt(`${entry[0]} ${String(entry[1])}`)}\`.` : 'Write it in words, as one text.';
}

/** The upper ends of the scales that people give a score on. */
const scales: { readonly [scalar: string]: string } = { FeelingIntensity: '5', SelectionScore: '5', OneToFour: '4', EffortScore: '7' };

/** `4/5` on a scale that ends at 5 is 4. */
function scaleHint(scalar: string, text: string): string | undefined {
  const [, score, most] = /^(\d+(?:\.\d+)?) ?(?:\/|of|out of) ?(\d+)$/.exec(text) ?? [];
  return score !== undefined && most === scales[scalar] && Number(score) <= Number(most) ? `Write the number alone: \`${score}\`.` : undefined;
}

const languageForm = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$/;

/** `english` is `en`, and `de_at` is `de-AT`. */
function languageHint(text: string): string | undefined {
  const meant = languageNames().get(text.toLowerCase()) ?? canonicalLanguage(text.replaceAll('_', '-'));
  return meant !== undefined && meant !== text && languageForm.test(meant) ? `Did you mean \`${meant}\`?` : undefined;
}

function canonicalLanguage(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** Languages with two letters by their English names. */
const languageNames = lazy((): ReadonlyMap<string, string> => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const codes = [...letters].flatMap((first) => [...letters].map((second) => first + second));
  return new Map(codes.flatMap((code) => [[names.of(code)?.toLowerCase() ?? '', code] as const]).toReversed());
});

function pathHint(text: string): string {
  if (text.startsWith('#')) return 'Write the file before the `#`.';
  if (text.startsWith('/')) return 'Begin at the folder of this file, without `/`; the folder above it is `..`.';
  if (text.includes('\\')) return 'Write `/` between folders.';
  return 'Write a full address that begins with `https://` and has no spaces, or the path of a file from the folder of this one, of letters from a to z, digits, spaces and the signs `.`, `_`, `-` and `/`.';
}

function threeNumbers(text: string): string {
  const numbers = text.match(/\d{1,9}/g) ?? [];
  return [...numbers, '0', '0', '0'].slice(0, 3).map(Number).join('.');
}

/** The id that a name would have. */
export function asId(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 63).replace(/^-+|-+$/g, '');
}
