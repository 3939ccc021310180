import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/load/document.js';
import { EffectiveValue } from '../../src/model/effective-value.js';

const base = { source: { uri: 'base' } } as Document;
const overlay = { source: { uri: 'overlay' } } as Document;

function effective(): EffectiveValue {
  return new EffectiveValue({ title: 'Base', list: [{ id: 'a', size: 1 }, { id: 'b', size: 2 }], map: { x: { y: 1 } } }, { document: base, path: [] });
}

function origin(value: EffectiveValue, path: readonly (string | number)[]): string {
  const { document, path: written } = value.origin(path);
  return `${document.source.uri} ${written.join('.')}`;
}

describe('an effective value', () => {
  it('is a copy: its source does not change with it', () => {
    const source = { list: [{ id: 'a' }], text: 'before' };
    const value = new EffectiveValue(source, { document: base, path: [] });
    value.put(value.root, 'text', 'after', { document: overlay, path: [] });
    value.remove(value.root['list'] as never, 0);
    expect([source, value.root]).toEqual([{ list: [{ id: 'a' }], text: 'before' }, { list: [], text: 'after' }]);
  });

  it('remembers that what nobody touched is written in the base', () => {
    expect([[], ['title'], ['list', 1, 'size'], ['map', 'x', 'y'], ['absent', 'deeper']].map((path) => origin(effective(), path))).toEqual(['base ', 'base title', 'base list.1.size', 'base map.x.y', 'base absent.deeper']);
  });

  it('remembers where a text that was set is written, and nothing beside it', () => {
    const value = effective();
    value.put((value.root['map'] as never)['x'], 'y', 2, { document: overlay, path: ['overlay', 0, 'value'] });
    expect([['map', 'x', 'y'], ['map', 'x']].map((path) => origin(value, path))).toEqual(['overlay overlay.0.value', 'base map.x']);
  });

  it('remembers where each part of a value that was set as a whole is written', () => {
    const value = effective();
    value.put(value.root, 'map', { z: [{ q: 1 }] }, { document: overlay, path: ['overlay', 3, 'value'] });
    expect([['map'], ['map', 'z', 0, 'q']].map((path) => origin(value, path))).toEqual(['overlay overlay.3.value', 'overlay overlay.3.value.z.0.q']);
  });

  it('forgets a text that a larger value took the place of', () => {
    const value = effective();
    value.put(value.root, 'title', 'Short', { document: overlay, path: ['title'] });
    value.put(value.root, 'title', { long: 'form' }, { document: overlay, path: ['overlay', 0, 'value'] });
    expect(origin(value, ['title', 'long'])).toBe('overlay overlay.0.value.long');
  });

  it('keeps the places of entries that moved because another was added or removed', () => {
    const value = effective();
    const list = value.root['list'] as readonly never[];
    value.insert(list, 0, { id: 'new', size: 9 }, { document: overlay, path: ['overlay', 1, 'value'] });
    value.remove(list, 1);
    expect(value.root['list']).toEqual([{ id: 'new', size: 9 }, { id: 'b', size: 2 }]);
    expect([['list', 0, 'size'], ['list', 1, 'size']].map((path) => origin(value, path))).toEqual(['overlay overlay.1.value.size', 'base list.1.size']);
  });
});
