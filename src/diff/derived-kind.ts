import { changeTable } from '../schema/generated/change-table.js';
import type { ChangeMeaning } from '../schema/language.js';
import type { Comparison, Level } from '../schema/meanings.js';
import type { Action, Audience, SymbolicApprover } from './change.js';
import type { ChangeKind, FieldName } from './change-kind.js';
import type { Deed, Difference } from './difference.js';
import { fieldName, homeOf, subjectWords } from './kind-names.js';
import { harmedWithoutBreaking, sidesOf } from './sides.js';

/** The kind of a difference as the language itself tells it: every field has one for whatever is done to it. */
export function derivedKind(difference: Pick<Difference, 'shape' | 'field' | 'deed'>, document: string, stem = subjectWords(difference.shape, difference.field)): ChangeKind {
  const { shape, field } = homeOf(difference.shape, difference.field);
  const meaning = changeTable[shape]?.[field];
  if (meaning === undefined) throw new Error(`The language has no field ${shape}.${field}`);
  const done: Done = { deed: difference.deed, meaning, field: fieldName(shape, field), document };
  const [action, level] = [actionOfDeed(done.deed), levelOf(done)];
  const regulated = isRegulated(done, level);
  return {
    id: `${stem}-${done.deed === 'reordered' ? 'order-' : ''}${action}`,
    action,
    level,
    regulated,
    harms: level === 'breaking' ? harmedBy(done, action) : level === 'compatible' ? harmedWithoutBreaking(done.field, action) : [],
    approvers: approversOf(level, regulated, document),
    rationale: rationaleOf(level, action, meaning.comparison),
  };
}

/** What was done to which field. */
interface Done {
  readonly deed: Deed;
  readonly meaning: ChangeMeaning;
  readonly field: FieldName;
  readonly document: string;
}

function levelOf(done: Done): Level {
  const { deed, meaning, document } = done;
  if (deed === 'reordered') return 'breaking';
  if (deed === 'added') return isPromise(meaning.comparison) && document === 'System' ? 'compatible' : meaning.added;
  if (deed === 'removed') return meaning.removed;
  return isWelcome(done) ? 'compatible' : meaning.changed;
}

/**
 * What becomes stricter needs nobody's watch where that is welcome. A Policy that asks for less in any way does, and so does whatever else
 * breaks in one; what it asks for besides lets nothing pass.
 */
function isRegulated(done: Done, level: Level): boolean {
  const { deed, meaning, document, field } = done;
  if (level === 'editorial') return false;
  if (document === 'Policy') return level === 'breaking' && deed !== 'reordered' && !isHeader(field);
  return meaning.regulated && !(deed === 'tightened' && isWelcome(done) && !isKeeping(meaning.comparison, field));
}

/** How long data are kept and what becomes of them is watched whatever becomes of it. */
function isKeeping(comparison: Comparison, field: FieldName): boolean {
  return comparison === 'lower-is-stricter' || field.startsWith('Retention.');
}

/** True for what every document says of itself: in a Policy as well, it lets nothing pass. */
function isHeader(field: FieldName): boolean {
  return ['Spec.', 'Effective.', 'Link.', 'WebLink.', 'ReviewPlan.'].some((start) => field.startsWith(start));
}

/** What takes nothing away by coming takes nothing away by becoming stricter; nor does a system or a measure that aims for more. Who may see something is different. */
function isWelcome({ deed, meaning: { comparison, added, changed }, document }: Done): boolean {
  return deed === 'tightened' && changed === 'breaking' && comparison !== 'rank' && (added === 'compatible' || strivingKinds.has(document));
}

/** What is only ever better for others when it is stricter. */
const strivingKinds: ReadonlySet<string> = new Set(['System', 'Kpi', 'Policy']);

/** True for what somebody has to reach. */
function isPromise(comparison: Comparison): boolean {
  return comparison === 'lower-is-stricter' || comparison === 'higher-is-stricter';
}

function actionOfDeed(deed: Deed): Action {
  return deed === 'rewritten' || deed === 'reordered' ? 'changed' : deed;
}

/** Less than before harms those who rely on it, more harms those who keep it; what is neither harms both. A Policy that allows more harms those whom it protects. */
function harmedBy({ field, document }: Done, action: Action): readonly Audience[] {
  const { relies, keeps } = sidesOf(field, document);
  if (action === 'removed' || action === 'loosened') return relies;
  if (action === 'added') return document === 'Policy' ? relies : keeps;
  return action === 'tightened' ? keeps : [...new Set([...relies, ...keeps])];
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
  const own: readonly SymbolicApprover[] = level === 'breaking' || document === 'Policy' ? ['journey-owner', ...(specialists[document] ?? [])] : ['journey-owner'];
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
