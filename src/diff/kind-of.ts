import { lazy } from '../base/lazy.js';
import type { ChangeKind, WrittenKind } from './change-kind.js';
import { derivedKind } from './derived-kind.js';
import type { Difference } from './difference.js';
import { fieldName } from './kind-names.js';
import { writtenKinds } from './kinds/index.js';

const byField = lazy(() => new Map(writtenKinds.flatMap((kind) => kind.at.flatMap((field) => (kind.deeds ?? [kind.action]).map((deed) => [`${field} ${deed}`, kind] as const)))));
const byId = lazy(() => new Map(writtenKinds.map((kind) => [kind.id, kind])));

/** The kind of a difference: the one that is written for it, else what the language says of the field. */
export function kindOf(difference: Pick<Difference, 'shape' | 'field' | 'deed' | 'told'>, document: string): ChangeKind {
  if (difference.told?.kind !== undefined) return kindNamed(difference.told.kind);
  if (difference.deed === 'rewritten') return kindNamed('notation-changed');
  return byField().get(`${fieldName(difference.shape, difference.field)} ${difference.deed}`) ?? derivedKind(difference, document);
}

/** A kind that is written by hand. */
export function kindNamed(id: string): WrittenKind {
  return byId().get(id)!;
}
