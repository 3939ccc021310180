import type { JsonValue } from '../base/json.js';
import { scalars } from './generated/language-table.js';
import type { ScalarForm } from './language.js';

/** What two values of a type differ in, and such values, the lower or earlier one first. */
export interface SampleValues {
  readonly sort: 'length' | 'number' | 'day' | 'flag' | 'class' | 'text';
  readonly values: readonly JsonValue[];
}

const numbers = [0.2, 0.7, 1, 2, 3, 40, 90];
const days = ['2026-02-01', '2026-03-01', '2026-02-01T10:00:00Z', '2026-03-01T10:00:00Z'];
const texts = ['one', 'other', 'one name', 'P2D', 'P5D', '2h', '5h', '2-5h', '7-9h', '09:00-12:00', '14:00-16:00', 'AT', 'DE', 'de', 'fr', 'EUR', 'USD', 'UTC', 'Europe/Vienna', '2025-Q1', '2025-Q2', 'STR-001', 'KPI-003', 'off', 'error', 'https://example.org/1', 'https://example.org/2', '@one', '@other', '1.0.0', '2.0.0', '^1.0.0', '^2.0.0', 'one.example', 'other.example', '50%', '3', 'first-quarter', 'angry', 'happy', 'review', 'retro', 'photo', 'a'.repeat(64), 'b'.repeat(64), '22:00-06:00', '21:00-06:00', '3.0.0', 'CH', 'CHF', 'it'];

/** Two values of a sort of single value, or one where the language knows no other. */
export function sampleValues(name: string): SampleValues {
  const { sort, values } = samplesOf(name);
  return { sort, values: sort === 'text' || sort === 'length' ? values.slice(0, 2) : values };
}

/** Values of a sort of single value: three or more where the language knows as many, so that two are left beside any of them. */
export function samplesOf(name: string): SampleValues {
  const { form, example } = scalars[name]!;
  const forms = [form.type ?? 'string'].flat();
  const fits = (value: JsonValue): boolean => isOf(form, value);
  if (forms.includes('boolean') && forms.length === 1) return { sort: 'flag', values: [false, true] };
  if (forms.includes('number') || forms.includes('integer')) {
    if (!forms.includes('string')) return { sort: 'number', values: numbers.filter(fits) };
  }
  const [lengths, dates] = [['P2D', 'P5D', 'P7D'].filter(fits), days.filter(fits)];
  if (lengths.length > 1 && !fits('one')) return { sort: /Observed/.test(name) ? 'text' : 'length', values: lengths };
  if (dates.length > 0 && !fits('one')) return { sort: 'day', values: dates };
  return { sort: 'text', values: [...new Set([...texts.filter(fits), ...(fits(example) ? [example] : [])])].slice(0, 3) };
}

function isOf({ type, const: only, enum: words, pattern, maxLength, minLength, minimum, exclusiveMinimum, maximum }: ScalarForm, value: JsonValue): boolean {
  if (only !== undefined) return value === only;
  if (words !== undefined && !words.includes(String(value))) return false;
  if (typeof value === 'number') return (minimum ?? -Infinity) <= value && (exclusiveMinimum ?? -Infinity) < value && value <= (maximum ?? Infinity) && ([type].flat().includes('number') || Number.isInteger(value));
  return typeof value === 'string' && new RegExp(pattern ?? '').test(value) && value.length <= (maxLength ?? Infinity) && value.length >= (minLength ?? 0);
}
