import { fieldOf, isArray, type Path } from '../base/json.js';
import type { Part } from '../load/yaml-positions.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Activity, DataElement, Purpose } from '../schema/kinds/data-catalog.js';
import type { StatusWord, Term } from '../schema/kinds/glossary.js';

/** Something that bears an id. */
export interface IdClaim {
  readonly id: string;
  /** What it is: `data element`. */
  readonly noun: string;
  readonly place: { readonly spec: Spec; readonly path: Path; readonly part?: Part };
}

/** Each that bears the id of an earlier one of its sort, with the first. */
export function repeatedClaims<Claim extends IdClaim>(claims: readonly Claim[]): readonly { readonly claim: Claim; readonly first: Claim }[] {
  if (claims.length < 2) return [];
  const known = new Map<string, Claim>();
  return claims.flatMap((claim) => {
    const key = `${claim.noun} ${claim.id}`;
    const first = known.get(key);
    if (first !== undefined) return [{ claim, first }];
    known.set(key, claim);
    return [];
  });
}

/** Lists whose ids the whole workspace shares, however many documents they stand in. */
const shared: { readonly [list: string]: string } = { 'DataCatalog.elements': 'data element', 'DataCatalog.purposes': 'purpose', 'DataCatalog.activities': 'activity', 'Glossary.terms': 'term', 'Glossary.statuses': 'status word', 'Directory.data': 'data element', 'Directory.terms': 'term' };

/** True where two documents must not give one id in a list. */
export function isSharedList(kind: string, field: string): boolean {
  return Object.hasOwn(shared, `${kind}.${field}`);
}

/** What documents declare for the whole workspace, beside themselves. */
export function sharedClaims({ specs }: Workspace): readonly IdClaim[] {
  return Object.entries(shared).flatMap(([list, noun]) => {
    const [kind, field] = list.split('.') as [string, string];
    return specs.filter((spec) => spec.kind === kind).flatMap((spec) => claimsOf(spec, field, noun));
  });
}

function claimsOf(spec: Spec, field: string, noun: string): readonly IdClaim[] {
  const value = fieldOf(spec.value, field);
  if (!isArray(value)) return Object.keys(value ?? {}).map((id) => ({ id, noun, place: { spec, path: [field, id], part: 'key' } }));
  return (value as unknown as readonly (DataElement | Purpose | Activity | Term | StatusWord)[]).map((entry, index) => {
    const [key, id] = 'code' in entry ? ['code', entry.code] : ['id', entry.id];
    return { id: String(id), noun, place: { spec, path: [field, index, key] } };
  });
}
