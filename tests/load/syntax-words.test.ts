import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/base/source.js';
import { readYaml } from '../../src/load/yaml-values.js';

function told(text: string): readonly (readonly unknown[])[] {
  return readYaml(sourceText('a.yaml', text)).flatMap(({ problems }) => problems.map(({ code, message, hint, span }) => [code, span.start, span.end, message, hint]));
}

describe('what people write by mistake', () => {
  it.each<readonly [string, string, string, string]>([
    ['a dash without its space', 'steps:\n  -id: a\n   title: b\n', '-id: a', 'The space after the dash is missing.'],
    ['such a dash below a good entry', 'steps:\n  - id: a\n  -id: b\n    title: c\n', '-id: b', 'The space after the dash is missing.'],
    ['such a dash before a brace', 'steps:\n  -{id: a, title: b}\n', '-{id: a, title: b}', 'The space after the dash is missing.'],
    ['a merge conflict', 'id: a\n<<<<<<< HEAD\ntitle: b\n=======\ntitle: c\n>>>>>>> main\n', '<<<<<<< HEAD', 'Git has left a merge conflict here.'],
    ['a quote inside quotes', "title: 'My car's repaired'\n", "'s repaired'", 'The text ends at this quote, and words follow it.'],
    ['a quote inside quotes in braces', "a: {title: 'My car's repaired', id: b}\n", "'s repaired', id: b}", 'The text ends at this quote, and words follow it.'],
    ['a double quote inside double quotes', 'title: "He said "no" to us"\n', '"no" to us"', 'The text ends at this quote, and words follow it.'],
  ])('%s', (_, text, slice, message) => {
    expect(told(text).map(([code, start, end, what]) => [code, text.slice(start as number, end as number), what])).toEqual([['STR-001', slice, message]]);
  });

  it('a decimal comma is told once', () => {
    expect(told('next: [{to: b, share: 0,7, when: x}]\n')).toEqual([['STR-019', 24, 25, 'The comma ends the text before it, so `7` became a key without a value.', 'Write a number with a point: `0.7`.']]);
  });
});

describe('a space that YAML does not take for one', () => {
  it.each<readonly [string, string, number, string]>([
    ['behind a colon', 'id: a\ntitle:\u00a0Lost card\nowner: b\n', 12, 'A no-break space (U+00A0) stands behind this colon instead of an ordinary space.'],
    ['behind the first colon', 'id:\u00a0a\ntitle: Lost card\n', 3, 'A no-break space (U+00A0) stands behind this colon instead of an ordinary space.'],
    ['behind the last colon', 'id: a\ntitle:\u00a0Lost card\n', 12, 'A no-break space (U+00A0) stands behind this colon instead of an ordinary space.'],
    ['of another width', 'id: a\ntitle:\u2003Lost card\nowner: b\n', 12, 'A space of another sort (U+2003) stands behind this colon instead of an ordinary space.'],
    ['before a name', 'roles:\n  - id: a\n  \u00a0\u00a0title: b\n', 19, 'A no-break space (U+00A0) stands at the beginning of this line instead of an ordinary space.'],
    ['behind a dash', 'roles:\n  - id: a\n  -\u00a0id: b\n', 20, 'A no-break space (U+00A0) stands behind this dash instead of an ordinary space.'],
  ])('%s', (_, text, start, message) => {
    expect(told(text)).toEqual([['STR-001', start, start + 1, message, 'Delete it and type a space. It often comes with text that was copied from a web page or a letter.']]);
  });

  it('is what the author wants inside a text', () => {
    expect(told('title: 30\u00a0days\nowner: b:\u00a0c\n')).toEqual([]);
  });

  it('is not blamed for what goes wrong on another line', () => {
    expect(told('title: 30\u00a0days\nowner\nstatus: draft\n').map(([, , , message]) => message)).toEqual(['This line is neither `name: value` nor an entry of a list that begins with `- `.']);
  });
});
