import { parseDuration } from '../base/duration.js';

/** What the author of a malformed value most likely meant; `undefined` when its description has to do. */
export function hintFor(scalar: string, text: string): string | undefined {
  if (scalar === 'Version') return `Write three numbers with dots, for example ${threeNumbers(text)}.`;
  if (scalar === 'Id' && asId(text) !== text) return `Write it with small letters, digits and hyphens only${asId(text) === '' ? '' : `, for example \`${asId(text)}\``}.`;
  if (scalar === 'ObservedDuration') return parseDurationHint(text);
  return durations.has(scalar) ? durationHint(text) : undefined;
}

const durations: ReadonlySet<string> = new Set(['Duration', 'PromisedDuration', 'Cycle', 'RetentionPeriod', 'NoticePeriod', 'MaxAge']);

/** `2 hours` and `1-2 days` are told in the notation of the language; anything else has to do with the description. */
function parseDurationHint(text: string): string | undefined {
  const reading = parseDuration(text.replace(/^\d+ ?(?:-|to) ?/, ''));
  return 'problem' in reading && reading.problem.startsWith('write `') && !reading.problem.includes('30m') ? durationHint(text.replace(/^\d+ ?(?:-|to) ?/, '')) : undefined;
}

function durationHint(text: string): string | undefined {
  const repeated = /^R(\d*)\/P?(.+)$/.exec(text);
  if (repeated !== null) return `Write the distance and the number apart: \`every: P${repeated[2]}\` and \`times: ${repeated[1] || 'unknown'}\`.`;
  const reading = parseDuration(text);
  return 'problem' in reading ? `${reading.problem.charAt(0).toUpperCase()}${reading.problem.slice(1)}.` : undefined;
}

function threeNumbers(text: string): string {
  const numbers = text.match(/\d{1,9}/g) ?? [];
  return [...numbers, '0', '0', '0'].slice(0, 3).map(Number).join('.');
}

/** The id that a name would have. */
export function asId(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 63).replace(/^-+|-+$/g, '');
}
