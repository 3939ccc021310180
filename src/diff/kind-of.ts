import { lazy } from '../base/lazy.js';
import type { ChangeKind, WrittenKind } from './change-kind.js';
import { derivedKind } from './derived-kind.js';
import type { Deed, Difference } from './difference.js';
import { fieldName } from './kind-names.js';
import { writtenKinds } from './kinds/index.js';

const byField = lazy(() => new Map(writtenKinds.flatMap((kind) => kind.at.flatMap((field) => (kind.deeds ?? [kind.action]).map((deed) => [`${field} ${deed}`, kind] as const)))));
const byId = lazy(() => new Map(writtenKinds.map((kind) => [kind.id, kind])));

/** The kind of a difference: the one that is written for it, else what the language says of the field. */
export function kindOf(difference: Pick<Difference, 'shape' | 'field' | 'deed' | 'told'>, document: string): ChangeKind {
  if (difference.told?.kind !== undefined) return kindNamed(difference.told.kind);
  if (difference.deed === 'rewritten') return kindNamed('notation-changed');
  const field = fieldName(difference.shape, difference.field);
  return byField().get(`${field} ${difference.deed}`) ?? derivedKind(difference, document, stems().get(`${field} ${mirrors[difference.deed] ?? ''}`));
}

/** What each deed is the mirror of. */
const mirrors: { readonly [deed: string]: Deed } = { added: 'removed', removed: 'added', tightened: 'loosened', loosened: 'tightened' };

/** What a written kind begins with: its mirror begins alike, so that `step-proof-removed` has its `step-proof-added`. */
const stems = lazy(() => new Map<string, string>(writtenKinds.flatMap(({ id, action, at }) => at.map((field) => [`${field} ${action}`, id.slice(0, -action.length - 1)] as const))));

/** A kind that is written by hand. */
export function kindNamed(id: string): WrittenKind {
  return byId().get(id)!;
}
