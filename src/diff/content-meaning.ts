import { isArray, isObject, type JsonValue } from '../base/json.js';
import type { Spec } from '../model/spec.js';
import { changeTable } from '../schema/generated/change-table.js';
import type { Level } from '../schema/meanings.js';
import { walkFor } from '../schema/walk.js';

/** What it means that all of a document's content begins to hold: the highest level of anything in it, regulated where anything is. */
export interface ContentMeaning {
  readonly level: Level;
  readonly regulated: boolean;
}

const walk = walkFor(() => true);
const weights: Readonly<Record<Level, number>> = { editorial: 0, compatible: 1, breaking: 2 };

/** Of two levels the one that weighs more. */
export function higher(a: Level, b: Level): Level {
  return weights[a] >= weights[b] ? a : b;
}

/** True when the first weighs more than the second. */
export function outweighs(a: Level, b: Level): boolean {
  return weights[a] > weights[b];
}

/** Fields that say whose document it is, not what it promises. */
const header: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'id', 'version', 'status', 'effective', 'owner', 'access']);

/** The meaning of adding everything that a spec says. */
export function contentMeaning({ kind, value }: Spec): ContentMeaning {
  let meaning: ContentMeaning = { level: 'compatible', regulated: false };
  walk(kind, value, (_type, inner, keys, { shape, field }) => {
    const declared = changeTable[shape]?.[field];
    if (declared === undefined || (keys.length === 1 && header.has(field)) || !saysSomething(inner)) return;
    meaning = { level: higher(meaning.level, declared.added), regulated: meaning.regulated || declared.regulated };
  });
  return meaning;
}

function saysSomething(value: JsonValue): boolean {
  return isArray(value) ? value.length > 0 : !isObject(value);
}
