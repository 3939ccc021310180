import { tellsOfPeople } from '../analysis/data-use.js';
import type { Workspace } from '../model/workspace.js';
import type { Audience, Change, SymbolicApprover } from './change.js';
import { elementsNamedAt } from './regulated.js';
import type { Judgement, Place } from './tell.js';
import type { Versions } from './versions.js';

/** Kinds of changes with which data begin to be used for something that they were not used for. */
const beginnings: ReadonlySet<string> = new Set([
  'persona-criterion-added',
  'journey-rule-added', 'rule-used-element-added', 'step-data-reused-element-added',
  'model-card-input-added', 'system-model-card-added',
  'system-event-added', 'event-attribute-added', 'event-attribute-element-added', 'event-attribute-element-changed',
  'system-integration-added', 'integration-element-added',
]);

/** True for a change with which data may begin to be used for something else: whoever answers for them is asked. */
export function beginsUse({ kind }: Pick<Change, 'kind'>): boolean {
  return beginnings.has(kind);
}

/** Fields that say what data are used for. */
const usingFields: ReadonlySet<string> = new Set(['Criterion.variable', 'EventAttribute.element', 'Integration.elements', 'JourneyRule.uses', 'ModelCard.inputs', 'StepData.reuses']);

/**
 * Data about people that begin to be used for something are regulated, whatever else the change is: those whom they tell of were told of other
 * uses, and who answers for the data has to know. The same holds where they come with a whole step, a whole persona or a whole document, and
 * where it asks people for something about themselves: else a change would weigh less the more comes with it.
 */
export function withNewUse({ after }: Pick<Versions, 'after'>, judgement: Judgement): Judgement {
  const { kind, harms = kind.harms, approvers = kind.approvers } = judgement;
  if (judgement.after === undefined || !(beginsUse({ kind: kind.id }) ? namesPeople(after, judgement.after) : bringsUse(after, judgement))) return judgement;
  return { ...judgement, regulated: true, harms: withThese(harms, ['data-subject']), approvers: withThese<SymbolicApprover>(approvers, ['data-owner', 'dpo']) };
}

function namesPeople(after: Workspace, place: Place): boolean {
  return elementsNamedAt(place).some(({ element }) => tellsOfPeople(after, element));
}

/** A draft binds nobody, and what only moves was there before. */
function bringsUse(workspace: Workspace, { kind, before, after }: Judgement): boolean {
  if (after === undefined || after.spec.status === 'draft' || (before !== undefined && kind.id !== 'spec-activated')) return false;
  return elementsNamedAt(after).some(({ element, by }) => (usingFields.has(by) || by === 'StepData.collects') && tellsOfPeople(workspace, element));
}

function withThese<T extends Audience | SymbolicApprover>(list: readonly T[], more: readonly T[]): readonly T[] {
  return [...new Set([...list, ...more])];
}
