import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/base/source.js';
import { readYaml } from '../../src/load/yaml-values.js';

function told(text: string): readonly (readonly unknown[])[] {
  return readYaml(sourceText('a.yaml', text)).flatMap(({ problems }) => problems.map(({ code, message, hint, span }) => [code, span.start, span.end, message, hint]));
}

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
