import { isMap } from './generated-form.js';
import type { Target } from './target.js';
import { whyUnknownField } from './unknown-field.js';

const texts: readonly (keyof Target)[] = ['summary', 'description', 'limits'];

/** What a value lacks to be a target, in words that follow on what it is; `undefined` where it is one. Somebody else's may be anything. */
export function whyNoTarget(value: unknown): string | undefined {
  if (!isMap(value)) return '';
  const { id, withDrafts, withPlans, options, carries, generate } = value;
  if (typeof id !== 'string' || !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(id)) return ': its `id` has to be of small letters, digits and hyphens';
  const text = texts.find((name) => typeof value[name] !== 'string');
  if (text !== undefined) return `: its \`${text}\` has to be a text`;
  if (typeof withDrafts !== 'boolean') return ': its `withDrafts` has to be `true` or `false`';
  if (withPlans !== undefined && typeof withPlans !== 'boolean') return ': its `withPlans` has to be `true` or `false`, or is left out';
  if (!isMap(options) || !Object.values(options).every(isOption)) return ': each of its `options` has to have a `description` and a `default`';
  if (!Array.isArray(carries) || !carries.every((field) => typeof field === 'string')) return ': its `carries` has to be a list of fields';
  const unknown = carries.find((field) => whyUnknownField(field) !== undefined);
  if (unknown !== undefined) return `: its \`carries\` names \`${unknown}\`, ${whyUnknownField(unknown)}`;
  return typeof generate === 'function' ? undefined : ': its `generate` has to be a function';
}

function isOption(value: unknown): boolean {
  return isMap(value) && typeof value['description'] === 'string' && ['string', 'number', 'boolean'].includes(typeof value['default']);
}
