import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, visit } from 'yaml';
import { isObject, type JsonObject } from '../../src/base/json.js';
import type { Change } from '../../src/diff/change.js';
import { higher } from '../../src/diff/content-meaning.js';
import { diff, judgementsOf } from '../../src/diff/diff.js';
import type { Judgement } from '../../src/diff/tell.js';
import { workspaceOf } from '../../src/diff/example-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import type { Level } from '../../src/schema/meanings.js';
import { check } from '../support/property.js';
import { coverageOf, recordedBetween } from './coverage.js';
import { generalOfChange, mirrorOf } from './mirrors.js';
import { draws, edited, exampleDocuments, workspaceWith, type Documents, type Draw } from './random-workspaces.js';

/** Some edits that lead to a version, and some more that lead to the next one. */
const versions = fc.tuple(fc.array(draws, { maxLength: 3 }), fc.array(draws, { minLength: 1, maxLength: 4 })).map(([first, second]): readonly [Documents, Documents] => {
  const before = edited(exampleDocuments, first);
  return [before, edited(before, second)];
});

/** What is told, apart from where it stands. */
function prints(changes: readonly Change[]): readonly string[] {
  return changes.map(({ kind, subject, message, fingerprint }) => `${kind} ${subject} ${message} ${fingerprint}`).sort();
}

describe('two versions of a random workspace', () => {
  it('have no difference where they are the same', () => {
    check(fc.property(versions, ([, after]) => {
      expect(diff(workspaceWith(after), workspaceWith(after))).toEqual([]);
    }), 100);
  });

  it('differ by what the changes tell, each value by exactly one: applied to the one they give the other', () => {
    check(fc.property(versions, ([before, after]) => {
      const { lost, twice, empty, applied, wanted } = coverageOf(workspaceWith(before), workspaceWith(after));
      expect({ lost, twice, empty }).toEqual({ lost: [], twice: [], empty: [] });
      expect(applied).toBe(wanted);
    }), 200);
  });

  it('come from one another by what the records of changes carry, and by the ways, the stages and the order that are written nowhere', () => {
    check(fc.property(versions, ([before, after]) => {
      const { applied, wanted, beyond } = recordedBetween(workspaceWith(before), workspaceWith(after));
      expect(applied).toBe(wanted);
      expect([...beyond].filter((kind) => !/^(?:step|stage|transition)-/.test(kind))).toEqual([]);
    }), 60);
  });

  it('tell the way back in the mirror', () => {
    const unnamed = fc.tuple(fc.array(draws, { maxLength: 3 }), fc.array(draws, { minLength: 1, maxLength: 4 })).map((lists) => lists.map((list) => list.filter(({ deed }) => deed !== 'rename-step')));
    check(fc.property(unnamed, ([first, second]) => {
      const before = edited(exampleDocuments, first!);
      expectMirror(before, edited(before, second!));
    }), 100);
  });

  it.each(['Sla', 'DataCatalog', 'Policy', 'Journey'])('tell the way back in the mirror where a %s gets its days, with an end, as a whole', (kind) => {
    const days = (effective?: JsonObject): Documents => exampleDocuments.map(({ effective: former, ...document }) => (document['kind'] === kind && effective !== undefined ? { ...document, effective } : document['kind'] === kind || former === undefined ? document : { ...document, effective: former }));
    const [before, after] = [days(), days({ from: '2026-01-01', until: '2027-01-01' })];
    expect(diff(workspaceWith(before), workspaceWith(after))).not.toEqual([]);
    expectMirror(before, after);
  });

  it('differ in what a calendar takes over from another', () => {
    const alone = exampleDocuments.map((document) => (isObject(document['calendars']) ? { ...document, calendars: { ...document['calendars'], helpline: { ...(document['calendars']['helpline'] as JsonObject), extends: 'mornings' } } } : document));
    const { told, empty, lost } = coverageOf(workspaceWith(exampleDocuments), workspaceWith(alone));
    expect([empty, lost, told.map(({ subject }) => subject)]).toEqual([[], [], ['calendar:helpline']]);
  });

  it('tell the same whatever the notation: the order of keys, quotes, comments and line ends', () => {
    check(fc.property(versions, fc.integer(), ([before, after], turn) => {
      expect(prints(diff(workspaceWith(before), written(after, turn)))).toEqual(prints(diff(workspaceWith(before), workspaceWith(after))));
    }), 60);
  });
});

/** What is told there and what is told back are each other's mirror. */
function expectMirror(before: Documents, after: Documents): void {
  const [there, back] = [[before, after], [after, before]].map(([was, is]) => diff(workspaceWith(was!), workspaceWith(is!)));
  expect(there!.map((change) => `${mirrorOf(generalOfChange(change))} ${change.subject}`).sort()).toEqual(back!.map((change) => `${generalOfChange(change)} ${change.subject}`).sort());
}

/** The documents in a notation that the turn decides. */
function written(documents: Documents, turn: number): Workspace {
  return workspaceOf(Object.fromEntries(documents.map((value, index) => {
    const document = new Document(value, { aliasDuplicateObjects: false });
    document.commentBefore = ' a comment';
    let nth = turn;
    const next = (): number => (nth = (nth * 1_103_515_245 + 12_345) & 0x7fffffff) >> 8;
    visit(document, {
      Map: (_, map) => void (map.items = next() % 2 === 0 ? map.items.toReversed() : map.items),
      Scalar: (key, node) => void (key === 'value' && typeof node.value === 'string' && (node.type = next() % 2 === 0 ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE')),
    });
    const text = document.toString({ collectionStyle: next() % 2 === 0 ? 'any' : 'block' });
    return [value['kind'] === 'Workspace' ? 'waymark.yaml' : `d${index}.yaml`, turn % 2 === 0 ? text.replaceAll('\n', '\r\n') : text.replaceAll(/(?<=[a-z"'])\n/g, ' # why\n')];
  })));
}

function levelOf(levels: readonly Level[]): Level {
  return levels.reduce(higher, 'editorial');
}

/** What differs by itself: whether promises are still proved depends on sums, which are a threshold. So has a kind that weighs more where customers wait longer: what it weighs, and says of that, is left out. */
function toldBetween(before: Documents, after: Documents): { readonly level: Level; readonly told: readonly string[] } {
  const { roots } = judgementsOf(workspaceWith(before), workspaceWith(after));
  const hasThreshold = ({ kind }: Judgement): boolean => kind.whereSlower !== undefined;
  return { level: levelOf(roots.filter((root) => !hasThreshold(root)).map(({ kind, level }) => level ?? kind.level)), told: roots.map((root) => `${root.kind.id} ${root.subject}${hasThreshold(root) ? '' : ` ${root.message}`}`).sort() };
}

describe('two edits of disjoint subjects', () => {
  /** What others are judged by: calendars, promises, classes of data, and what holds for all. */
  const own = exampleDocuments.map(({ kind }, index) => ({ kind, index })).filter(({ kind }) => ['Journey', 'Kpi', 'Glossary', 'Policy', 'Record'].includes(String(kind)));

  it('weigh together what the heavier weighs, and tell what both tell', () => {
    check(fc.property(draws, draws, fc.nat(100), fc.nat(100), (one, other, here, there) => {
      const [first, second] = [{ ...one, document: own[here % own.length]!.index }, { ...other, document: own[there % own.length]!.index }];
      fc.pre(first.document !== second.document);
      expectSum(first, second);
    }), 100);
  });

  it('do so in one journey as well', () => {
    const journey = exampleDocuments.findIndex(({ id }) => id === 'claim');
    check(fc.property(fc.nat(10_000), fc.nat(10_000), fc.nat(10_000), (one, other, to) => {
      const [first, second] = [one, other].map((at): Draw => ({ document: journey, deed: 'change', at, to }));
      const told = [first!, second!].map((draw) => judgementsOf(workspaceWith(exampleDocuments), workspaceWith(edited(exampleDocuments, [draw]))).roots);
      fc.pre(!told.flat().some(({ kind }) => kind.id === 'spec-start-loosened')); // a later day puts off a promise only where nothing else of it changes
      const subjects = told.map((roots) => roots.map(({ subject }) => subject));
      fc.pre(!subjects[0]!.some((subject) => subjects[1]!.includes(subject)));
      expectSum(first!, second!);
    }), 100);
  });

  function expectSum(first: Draw, second: Draw): void {
    const [one, other, both] = [[first], [second], [first, second]].map((list) => toldBetween(exampleDocuments, edited(exampleDocuments, list)));
    expect(both!.told).toEqual([...one!.told, ...other!.told].sort());
    expect(both!.level).toBe(levelOf([one!.level, other!.level]));
  }
});

describe('a journey that nothing else names', () => {
  const stages = [{ id: 'only', title: 'Only', steps: [{ id: 'ask', title: 'Customer asks', lane: 'customer' }, { id: 'reply', title: 'We reply', lane: 'frontstage', end: 'success' }] }];
  const unrelated = { apiVersion: 'waymark/v1', kind: 'Journey', id: 'unrelated', title: 'Unrelated', version: '0.1.0', status: 'draft', owner: 'claims', stages };

  it('changes nothing elsewhere', () => {
    check(fc.property(versions, ([before, after]) => {
      const found = diff(workspaceWith(before), workspaceWith(after));
      expect(prints(diff(workspaceWith([...before, unrelated]), workspaceWith([...after, unrelated])))).toEqual(prints(found));
      const withIt = diff(workspaceWith(before), workspaceWith([...after, unrelated]));
      expect(withIt.filter(({ subject }) => subject === 'journey:unrelated').map(({ kind }) => kind)).toEqual(['spec-added']);
      expect(prints(withIt.filter(({ subject }) => subject !== 'journey:unrelated'))).toEqual(prints(found));
    }), 60);
  });
});
