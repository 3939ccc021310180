import { changeTable } from '../schema/generated/change-table.js';
import type { ChangeMeaning } from '../schema/language.js';
import type { Comparison, Level } from '../schema/meanings.js';
import type { Action, Audience, SymbolicApprover } from './change.js';
import type { ChangeKind } from './change-kind.js';
import type { Deed, Difference } from './difference.js';
import { fieldName, subjectWords } from './kind-names.js';

/** The kind of a difference as the language itself tells it: every field has one for whatever is done to it. */
export function derivedKind({ shape, field, deed }: Pick<Difference, 'shape' | 'field' | 'deed'>, document: string, stem = subjectWords(shape, field)): ChangeKind {
  const meaning = changeTable[shape]?.[field];
  if (meaning === undefined) throw new Error(`The language has no field ${shape}.${field}`);
  const action = actionOfDeed(deed);
  const level = deed === 'added' ? meaning.added : deed === 'removed' ? meaning.removed : isWelcome(deed, meaning, document) ? 'compatible' : meaning.changed;
  const regulated = level !== 'editorial' && (isRegulated(deed, meaning, document) || (level === 'breaking' && document === 'Policy' && deed !== 'reordered' && !isHeader(shape, field)));
  return {
    id: `${stem}-${deed === 'reordered' ? 'order-' : ''}${action}`,
    action,
    level,
    regulated,
    harms: level === 'breaking' ? harmedBy(action, document, meaning.comparison) : [],
    approvers: approversOf(level, regulated, document),
    rationale: rationaleOf(level, action, meaning.comparison),
  };
}

/** A stricter limit needs nobody's watch; a Policy that asks for less in any way does, and so does whatever else breaks in one. */
function isRegulated(deed: Deed, { regulated, comparison }: ChangeMeaning, document: string): boolean {
  if (document === 'Policy' && (deed === 'tightened' || deed === 'loosened')) return deed === 'loosened';
  return regulated && !(deed === 'tightened' && isLimit(comparison));
}

/** True for what every document says of itself: in a Policy as well, it lets nothing pass. */
function isHeader(shape: string, field: string): boolean {
  return fieldName(shape, field).startsWith('Spec.') || shape === 'Effective' || shape === 'Link' || shape === 'ReviewPlan';
}

/** A limit, a bound, a time of keeping or a Policy that becomes stricter takes nothing away; nor does a system or a measure that aims for more. */
function isWelcome(deed: Deed, { comparison, added, changed }: ChangeMeaning, document: string): boolean {
  const isBound = comparison === 'lower-is-stricter' && added === 'compatible';
  return deed === 'tightened' && changed === 'breaking' && (isLimit(comparison) || isBound || strivingKinds.has(document));
}

/** What is only ever better for others when it is stricter. */
const strivingKinds: ReadonlySet<string> = new Set(['System', 'Kpi', 'Policy']);

/** True for what the company allows itself. */
function isLimit(comparison: Comparison): boolean {
  return comparison === 'higher-is-looser' || comparison === 'lower-is-looser';
}

function actionOfDeed(deed: Deed): Action {
  return deed === 'rewritten' || deed === 'reordered' ? 'changed' : deed;
}

/** Who relies on what a kind of document says, and who has to keep it. */
interface Sides {
  readonly relies: readonly Audience[];
  readonly keeps: readonly Audience[];
}

const sides: { readonly [document: string]: Sides } = {
  Journey: { relies: ['customer'], keeps: ['staff'] },
  Sla: { relies: ['customer'], keeps: ['provider'] },
  Calendar: { relies: ['customer'], keeps: ['provider'] },
  Persona: { relies: ['customer'], keeps: ['staff'] },
  Kpi: { relies: ['analyst'], keeps: ['owner'] },
  DataCatalog: { relies: ['data-subject'], keeps: ['staff'] },
  System: { relies: ['integrator'], keeps: ['provider'] },
  Team: { relies: ['staff'], keeps: ['staff'] },
  Policy: { relies: ['regulator', 'customer'], keeps: ['staff'] },
  Glossary: { relies: ['customer'], keeps: ['staff'] },
  Directory: { relies: ['staff'], keeps: ['staff'] },
  Workspace: { relies: ['staff'], keeps: ['staff'] },
  Record: { relies: ['regulator'], keeps: ['owner'] },
};

/** Less than before harms those who rely on it, more harms those who keep it; what is neither harms both. */
function harmedBy(action: Action, document: string, comparison: Comparison): readonly Audience[] {
  const { relies, keeps } = comparison === 'rank' && document === 'DataCatalog' ? sides['DataCatalog']! : sides[document]!;
  if (action === 'removed' || action === 'loosened') return relies;
  return action === 'tightened' || action === 'added' ? keeps : [...new Set([...relies, ...keeps])];
}

const specialists: { readonly [document: string]: readonly SymbolicApprover[] } = {
  Sla: ['service-level-manager', 'counterparties'],
  Calendar: ['service-level-manager'],
  Kpi: ['analytics'],
  DataCatalog: ['data-owner'],
  System: ['it'],
  Policy: ['compliance'],
  Workspace: ['compliance'],
  Journey: ['stage-owners'],
};

function approversOf(level: Level, regulated: boolean, document: string): readonly SymbolicApprover[] {
  if (level === 'editorial') return ['peer'];
  const own: readonly SymbolicApprover[] = level === 'breaking' ? ['journey-owner', ...(specialists[document] ?? [])] : ['journey-owner'];
  const guardian: SymbolicApprover = document === 'DataCatalog' ? 'dpo' : 'compliance';
  return regulated ? [...new Set([...own, guardian])] : own;
}

function rationaleOf(level: Level, action: Action, comparison: Comparison): string {
  if (level === 'editorial') return 'It is read by people, and nothing follows from it.';
  if (level === 'compatible') return 'It takes nothing away that anybody relies on.';
  if (action === 'added') return 'Somebody has to keep to it who did not have to before.';
  if (action === 'removed') return 'Whoever relies on it no longer finds it.';
  if (action === 'tightened') return 'More is promised than before, and somebody has to keep it.';
  if (action === 'loosened') return 'Less is promised than before to those who rely on it.';
  return comparison === 'reference' ? 'Something else now stands where others rely on what stood there.' : 'Whoever relies on what it said before is surprised.';
}
