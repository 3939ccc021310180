import { describe, expect, it } from 'vitest';
import { pastStates, type Edit } from '../../tools/example-histories/past.js';

const line = '# yaml-language-server: $schema=record.schema.json\n';
const two = `${line}id: a\nage: 1\n---\nid: b\nage: 1\n`;

/** The files before a commit of these edits, when this is how it left them. */
function before(edits: readonly Edit[], files: { readonly [path: string]: string }): { readonly [path: string]: string } {
  const commits = [{ title: 'First', author: 'ada', approvedBy: [], date: '2026-01-01T09:00:00Z', edits: [] }, { title: 'Second', author: 'ada', approvedBy: [], date: '2026-01-02T09:00:00Z', edits }];
  const [first, second] = pastStates(commits, new Map(Object.entries(files)));
  expect(Object.fromEntries(second!.texts)).toEqual(files);
  return Object.fromEntries(first!.texts);
}

describe('undoing a commit', () => {
  it.each<[string, readonly Edit[], { readonly [path: string]: string }, { readonly [path: string]: string }]>([
    ['puts an older text in the place of a newer one', [{ file: 'a', from: 'old $& ', to: 'new' }], { a: 'a new day' }, { a: 'a old $&  day' }],
    ['goes back through edits of one place', [{ file: 'a', from: '1', to: '2' }, { file: 'a', from: '2', to: '3' }], { a: '3' }, { a: '1' }],
    ['keeps to the document of an id', [{ file: 'a', spec: 'b', from: 'age: 0', to: 'age: 1' }], { a: two }, { a: two.replace(/1\n$/, '0\n') }],
    ['takes a document away, and leaves the line for the editor', [{ file: 'a', added: ['a'] }], { a: two }, { a: `${line}id: b\nage: 1\n` }],
    ['takes the last document away', [{ file: 'a', added: ['b'] }], { a: two }, { a: `${line}id: a\nage: 1\n` }],
    ['takes a file away', [{ file: 'a', added: true }], { a: '1', b: '2' }, { b: '2' }],
    ['brings a deleted file back', [{ file: 'a', deleted: '1' }], { b: '2' }, { a: '1', b: '2' }],
    ['moves a file back', [{ file: 'a', movedFrom: 'c' }], { a: '1' }, { c: '1' }],
  ])('%s', (_, edits, files, older) => {
    expect(before(edits, files)).toEqual(older);
  });

  it.each<[string, Edit, string]>([
    ['a text that is nowhere', { file: 'a', from: '0', to: '2' }, '"2" stands 0 times in a, not once.'],
    ['a text that is there twice', { file: 'a', from: '0', to: 'age: 1' }, '"age: 1" stands 2 times in a, not once.'],
    ['nothing', { file: 'a', from: '0', to: '' }, '"" stands'],
    ['a text of another document', { file: 'a', spec: 'b', from: '0', to: 'id: a' }, '"id: a" stands 0 times in b in a, not once.'],
    ['a document that is not there', { file: 'a', added: ['c'] }, 'a holds 0 documents of id c, not one.'],
    ['every document of a file', { file: 'a', added: ['a', 'b'] }, 'nothing is left of a: say that the whole file was added.'],
    ['a file that is not there', { file: 'b', added: true }, 'there is no b.'],
    ['the deletion of a file that is there', { file: 'a', deleted: '' }, 'a is there already.'],
    ['a move from where something is', { file: 'a', movedFrom: 'd' }, 'd is there already.'],
  ])('refuses %s', (_, edit, message) => {
    expect(() => before([edit], { a: two, d: '' })).toThrow(`"Second" does not fit the files: ${message}`);
  });
});
