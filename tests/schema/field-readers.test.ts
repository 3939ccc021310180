import { describe, expect, it } from 'vitest';
import { declaredFieldsOfLanguage, readersOfFields } from '../support/field-readers.js';
import { unreadFields } from './unread-fields.js';

/** Rules that read every field of a type only check its form; a field that nothing else reads waits for a capability. */
const formRules: readonly string[] = ['STR-006', 'STR-008'];

describe('every field of the language is read by something', () => {
  const byName = readersOfFields();
  const declared = declaredFieldsOfLanguage();
  const waiting = new Map(Object.entries(unreadFields).flatMap(([capability, fields]) => fields.map((field) => [field, capability])));

  it.each([...declared])('%s', (field, general) => {
    const readers = [...(byName.get(field) ?? []), ...general.filter((rule) => !formRules.includes(rule))];
    const capability = waiting.get(field);
    expect(readers.length > 0 || capability !== undefined, `Nothing reads ${field}. Read it in a rule, or name in unread-fields.ts the capability that will.`).toBe(true);
  });

  it('the list of waiting fields only names fields that exist and that nothing reads yet', () => {
    const isRead = (field: string): boolean => byName.has(field) || (declared.get(field) ?? []).some((rule) => !formRules.includes(rule));
    expect([...waiting.keys()].filter((field) => !declared.has(field) || isRead(field))).toEqual([]);
  });
});
