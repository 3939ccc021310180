import { describe, expect, it } from 'vitest';
import { Proposals } from '../../src/base/proposals.js';

const many = Array.from({ length: 3000 }, (_, index) => `${'s'.repeat(55)}${String(index).padStart(4, '0')}`);
const slip = `${'s'.repeat(52)}xyz0000`;

/** Asks for names that nearly fit until there is no more time. */
function exhaust(proposals: Proposals, file: string): number {
  let asked = 0;
  for (; proposals.hasTime(file); asked += 1) proposals.didYouMean(file, slip, () => many);
  return asked;
}

describe('proposals for names that lead nowhere', () => {
  it('are those of the nearest name, or of the few that are known', () => {
    const proposals = new Proposals();
    expect(proposals.didYouMean('a.yaml', 'activ', () => ['draft', 'active'])).toBe('Did you mean `active`?');
    expect(proposals.didYouMean('a.yaml', 'xyz', () => ['web', 'app'])).toBe('Known here: app and web.');
    expect(proposals.nearest('a.yaml', 'activ', () => ['draft', 'active'])).toBe('active');
  });

  it('are made for a hundred slips among three thousand names', () => {
    const proposals = new Proposals();
    const names = many.map((name) => name.slice(-20));
    const found = names.slice(0, 100).map((name) => proposals.didYouMean('a.yaml', name.replace('ss', 'sxs'), () => names));
    expect(found.every((each) => each.startsWith('Did you mean'))).toBe(true);
  });

  it('end for a file that asks too much, and go on for others', () => {
    const proposals = new Proposals();
    expect(exhaust(proposals, 'a.yaml')).toBeLessThan(100);
    expect(proposals.didYouMean('a.yaml', 'activ', () => ['active'])).toBe('');
    expect(proposals.nearest('a.yaml', 'activ', () => ['active'])).toBeUndefined();
    expect(proposals.didYouMean('b.yaml', 'activ', () => ['active'])).toBe('Did you mean `active`?');
  });

  it('end for all when many files ask too much', () => {
    const proposals = new Proposals();
    for (let index = 0; index < 10; index += 1) exhaust(proposals, `${index}.yaml`);
    expect(proposals.hasTime('b.yaml')).toBe(false);
  });
});
