import { describe, expect, it } from 'vitest';
import type { Deed } from '../../src/diff/difference.js';
import { kindOf } from '../../src/diff/kind-of.js';
import { writtenKinds } from '../../src/diff/kinds/index.js';
import { changeTable } from '../../src/schema/generated/change-table.js';
import { languageTable } from '../../src/schema/generated/language-table.js';
import { exact, mirrorOf, oneWay } from './mirrors.js';

const deeds: readonly Deed[] = ['added', 'removed', 'changed', 'tightened', 'loosened', 'renamed', 'reordered', 'rewritten'];
const fields = Object.entries(changeTable).flatMap(([shape, list]) => Object.keys(list).map((field) => ({ shape, field })));
const all = fields.flatMap((home) => deeds.flatMap((deed) => languageTable.kinds.map((document) => ({ ...home, deed, document, kind: kindOf({ ...home, deed }, document) }))));

describe('every field of the language, whatever is done to it', () => {
  it('has a kind that is named by what is done', () => {
    const misnamed = all.filter(({ kind }) => !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(kind.id));
    expect(misnamed.map(({ shape, field, kind }) => `${shape}.${field} ${kind.id}`)).toEqual([]);
  });

  it('says why it matters, who has to agree, and who is harmed where it breaks something', () => {
    const silent = all.filter(({ kind }) => kind.rationale === '' || kind.approvers.length === 0 || (kind.level === 'breaking' && kind.harms.length === 0));
    expect(silent.map(({ shape, field, deed }) => `${shape}.${field} ${deed}`)).toEqual([]);
  });

  it('means the same wherever two fields share a kind', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { kind, document, deed } of all) {
      if (deed === 'renamed') continue; // only steps and stages are, and each has a kind of its own
      const key = `${document} ${kind.id}`;
      meanings.set(key, (meanings.get(key) ?? new Set()).add(`${kind.level}${kind.regulated ? ' regulated' : ''}`));
    }
    expect([...meanings].filter(([, set]) => set.size > 1).map(([key, set]) => `${key}: ${[...set].join(', ')}`)).toEqual([]);
  });

  it('has a mirror, or a reason why it has none', () => {
    const known = new Set([...writtenKinds.map(({ id }) => id), ...all.map(({ kind }) => kind.id)]);
    const alone = writtenKinds.map(({ id }) => id).filter((id) => !known.has(mirrorOf(id)) && exact[id] === undefined && oneWay[id] === undefined);
    expect(alone).toEqual([]);
    expect([...Object.keys(exact), ...Object.keys(oneWay)].filter((id) => !known.has(id))).toEqual([]);
  });

  it('has a mirror: what can be added can be removed, what can be tightened can be loosened', () => {
    const stemOf = (home: { readonly shape: string; readonly field: string }, deed: Deed): string => kindOf({ ...home, deed }, 'Journey').id.replace(/-[a-z]+$/, '');
    const lopsided = fields.filter((home) => stemOf(home, 'added') !== stemOf(home, 'removed') || stemOf(home, 'tightened') !== stemOf(home, 'loosened'));
    expect(lopsided.map(({ shape, field }) => `${shape}.${field}`)).toEqual([]);
  });
});
