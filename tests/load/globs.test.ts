import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../src/load/globs.js';
import { check } from '../support/property.js';

describe('a pattern over paths', () => {
  it.each([
    ['drafts/**', 'drafts/a.yaml'],
    ['drafts/**', 'drafts/a/b/c.yaml'],
    ['drafts/**', 'drafts'],
    ['**/drafts/**', 'drafts/a.yaml'],
    ['**/drafts/**', 'a/b/drafts/c/d.yaml'],
    ['**', 'a/b/c.yaml'],
    ['**/*.yaml', 'c.yaml'],
    ['**/*.yaml', 'a/b/c.yaml'],
    ['*.yaml', 'a.yaml'],
    ['*', 'a.yaml'],
    ['a?.yaml', 'ab.yaml'],
    ['?.yaml', '\u{1f600}.yaml'],
    ['*-old.yaml', '-old.yaml'],
    ['a*b*c', 'aXbYbZc'],
    ['\u{1f600}/*', '\u{1f600}/a.yaml'],
    ['a/**/b', 'a/b'],
    ['a/**/b/**/c', 'a/x/b/y/b/z/c'],
    ['[a].yaml', '[a].yaml'],
    ['{a,b}.yaml', '{a,b}.yaml'],
    ['a**b', 'aXYb'],
  ])('%s finds %s', (pattern, path) => {
    expect(matchesGlob(pattern, path)).toBe(true);
  });

  it.each([
    ['*.yaml', 'a/b.yaml'],
    ['drafts/*', 'drafts/a/b.yaml'],
    ['drafts', 'drafts/a.yaml'],
    ['a?.yaml', 'a.yaml'],
    ['a?.yaml', 'a/.yaml'],
    ['A.yaml', 'a.yaml'],
    ['[a].yaml', 'a.yaml'],
    ['{a,b}.yaml', 'a.yaml'],
    ['a/**/b', 'a/x/c'],
    ['', 'a.yaml'],
    ['.*', 'a'],
    ['a.yaml', 'aXyaml'],
  ])('%s does not find %s', (pattern, path) => {
    expect(matchesGlob(pattern, path)).toBe(false);
  });

  it('finds what the same regular expression finds', () => {
    const patterns = fc.array(fc.constantFrom('a', 'b', '*', '?', '/', '**/', '/**'), { maxLength: 8 }).map((parts) => parts.join(''));
    const paths = fc.array(fc.constantFrom('a', 'b', 'ab', 'ba', 'aab'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    check(
      fc.property(patterns, paths, (pattern, path) => {
        expect(matchesGlob(pattern, path)).toBe(asExpression(pattern).test(`${path}/`));
      }),
      3000,
    );
  });

  it('takes no longer for a pattern that is made to take long', () => {
    const began = performance.now();
    for (let round = 0; round < 100; round += 1) {
      expect(matchesGlob(`${'*a'.repeat(99)}*b`, 'a'.repeat(250))).toBe(false);
      expect(matchesGlob(`${'**/a/'.repeat(39)}b`, Array(125).fill('a').join('/'))).toBe(false);
    }
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

/** A pattern as a regular expression over a path that ends with `/`. */
function asExpression(pattern: string): RegExp {
  const parts = pattern.split('/').map((part) => (part === '**' ? '(?:[^/]*/)*' : `${part.replace(/\*+/g, '*').replaceAll('*', '[^/]*').replaceAll('?', '[^/]')}/`));
  return new RegExp(`^${parts.join('')}$`);
}
