import { isArray, isObject, type JsonValue } from '../base/json.js';
import { remembering } from '../base/remembering.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { changeTable } from '../schema/generated/change-table.js';
import type { Level } from '../schema/meanings.js';
import { walkFor } from '../schema/walk.js';
import type { Audience } from './change.js';
import type { ChangeKind } from './change-kind.js';
import { kindOf } from './kind-of.js';
import { holdsProtected, holdsRegulated } from './regulated.js';

/** What it means that all of a document's content begins to hold. */
export interface ContentMeaning {
  /** The highest level of anything in it. */
  readonly level: Level;
  /** True where anything in it is regulated, lies under a regime or is about protected data. */
  readonly regulated: boolean;
  /** Whoever is worse off by what is regulated in it: what is new takes nothing else from anybody. */
  readonly harms: readonly Audience[];
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

/** The meaning of adding everything that a spec says, as the difference from an empty one. */
export function contentMeaning(workspace: Workspace, spec: Spec): ContentMeaning {
  const kinds = kindsIn(spec).filter(({ level }) => level !== 'editorial');
  return {
    level: kinds.reduce<Level>((level, kind) => higher(level, kind.level), 'compatible'),
    regulated: kinds.some(({ regulated }) => regulated) || holdsRegulated(spec) || holdsProtected(workspace, spec),
    harms: [...new Set(kinds.filter(({ regulated, level }) => regulated && level === 'breaking').flatMap(({ harms }) => harms))],
  };
}

/** Kinds of the changes that would add all that a spec says. */
function kindsIn({ kind, value }: Spec): readonly ChangeKind[] {
  const kinds = new Set<ChangeKind>();
  walk(kind, value, (_type, inner, keys, { shape, field }) => {
    const isOwn = changeTable[shape]?.[field] !== undefined && !(keys.length === 1 && header.has(field));
    if (isOwn && saysSomething(inner)) kinds.add(kindOfAdding(`${kind} ${shape} ${field}`));
  });
  return [...kinds];
}

const kindOfAdding = remembering((home: string): ChangeKind => {
  const [document, shape, field] = home.split(' ') as [string, string, string];
  return kindOf({ shape, field, deed: 'added' }, document);
});

function saysSomething(value: JsonValue): boolean {
  return isArray(value) ? value.length > 0 : !isObject(value) || Object.keys(value).length > 0;
}
