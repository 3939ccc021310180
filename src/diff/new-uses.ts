import { isAboutPeople } from '../analysis/data-use.js';
import type { Workspace } from '../model/workspace.js';
import type { Audience, Change, SymbolicApprover } from './change.js';
import { elementsNamedAt } from './regulated.js';
import type { Judgement } from './tell.js';
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

/**
 * Data about people that begin to be used for something are regulated, whatever else the change is: those whom they tell of were told of other
 * uses, and who answers for the data has to know.
 */
export function withNewUse({ after }: Versions, judgement: Judgement): Judgement {
  const { kind, harms = kind.harms, approvers = kind.approvers } = judgement;
  if (judgement.after === undefined || !beginsUse({ kind: kind.id })) return judgement;
  if (!elementsNamedAt(judgement.after).some((element) => tellsOfPeople(after, element))) return judgement;
  return { ...judgement, regulated: true, harms: withThese(harms, ['data-subject']), approvers: withThese<SymbolicApprover>(approvers, ['data-owner', 'dpo']) };
}

/** The law knows special data only of people. */
function tellsOfPeople({ registers }: Workspace, id: string): boolean {
  const element = registers.elements.get(id)?.value;
  return element !== undefined && (isAboutPeople(element) || element.class === 'special');
}

function withThese<T extends Audience | SymbolicApprover>(list: readonly T[], more: readonly T[]): readonly T[] {
  return [...new Set([...list, ...more])];
}
