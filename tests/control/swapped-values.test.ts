import { expect, it } from 'vitest';
import { isArray, isObject, sameJson, withValueAt, type JsonObject, type JsonValue, type Path } from '../../src/base/json.js';
import { remembering } from '../../src/base/remembering.js';
import { changeSet, coveredBy } from '../../src/control/change-set.js';
import type { Change } from '../../src/diff/change.js';
import { diff } from '../../src/diff/diff.js';
import type { Workspace } from '../../src/model/workspace.js';
import { languageTable } from '../../src/schema/generated/language-table.js';
import { load } from '../diff/full-documents.js';
import { mutationsOf, type Mutation } from '../diff/mutations.js';

const workspaceOf = remembering((text: string): Workspace => load(JSON.parse(text) as JsonValue));
const today = '2020-01-01';

function changesBetween(before: JsonValue, after: JsonValue): readonly Change[] {
  return diff(workspaceOf(JSON.stringify(before)), workspaceOf(JSON.stringify(after)), { today });
}

/** The first place at which two documents differ. */
function differingPlace(one: JsonValue, other: JsonValue, path: Path = []): Path {
  const keys = isObject(one) && isObject(other) ? [...new Set([...Object.keys(one), ...Object.keys(other)])] : isArray(one) && isArray(other) && one.length === other.length ? [...one.keys()] : [];
  const at = (value: JsonValue, key: string | number): JsonValue => (value as JsonObject)[key] ?? null;
  const key = keys.find((each) => !sameJson(at(one, each), at(other, each)));
  return key === undefined || at(one, key) === null || at(other, key) === null ? path : differingPlace(at(one, key), at(other, key), [...path, key]);
}

/**
 * Of the words of one field, the first pair stands for all, and an edit for its way back; what a Directory holds is tried where it stands alone.
 */
function chosen(kind: string): readonly Mutation[] {
  const seen = new Set<string>();
  const all = kind === 'Directory' ? mutationsOf(kind).filter(({ field }) => /^Directory|InDirectory/.test(field)) : mutationsOf(kind);
  return all.filter(({ field, done, before, after }) => {
    const key = done.includes(' to ') ? field : [before, after].map((each) => JSON.stringify(each)).sort().join();
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

function isWhole(document: JsonValue): boolean {
  return workspaceOf(JSON.stringify(document)).documents.every(({ problems }) => problems.length === 0);
}

/** Earlier versions that say nothing of what differs between two later ones: without the field, and without all that it stands in. */
function earlierThan({ before, after }: Mutation): readonly JsonValue[] {
  const place = differingPlace(before, after);
  const lengths = place.length === 0 ? [] : [...new Set([place.length, 1])];
  return lengths.map((length) => withValueAt(before, place.slice(0, length), undefined)).filter((each) => !sameJson(each, before) && !sameJson(each, after));
}

it.each(languageTable.kinds.filter((kind) => kind !== 'Record'))('who has agreed to a value in a %s has agreed to no other one', (kind) => {
  const tried = chosen(kind).filter(({ before, after }) => isWhole(before) && isWhole(after) && coveredBy(changesBetween(before, after)).length > 0);
  const swaps = tried.flatMap((mutation) => earlierThan(mutation).filter(isWhole).map((earlier) => ({ ...mutation, then: [mutation.before, mutation.after].map((later) => changesBetween(earlier, later)) })));
  const unseen = swaps.filter(({ then: [one, other] }) => coveredBy([...one!, ...other!]).length > 0 && changeSet(one!, []) === changeSet(other!, []));
  expect(unseen.map(({ field, done }) => `${field} ${done}`)).toEqual([]);
  expect(swaps.length).toBeGreaterThan(10);
});
