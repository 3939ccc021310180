import { describe, expect, it } from 'vitest';
import { nextStepFor, owedFields } from '../../src/analysis/owed-fields.js';

describe('what an active document owes', () => {
  const owed = [...owedFields].flatMap(([shape, fields]) => fields.map((field) => [shape, field] as const));

  it('is something', () => {
    expect(owed.length).toBeGreaterThan(20);
  });

  it.each(owed)('%s.%s comes with a next step that names the field', (shape, field) => {
    expect(nextStepFor(shape, field)).toMatch(new RegExp(`\`${field}:[ \`]`));
  });
});
