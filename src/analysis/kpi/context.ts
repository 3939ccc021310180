import type { Workspace } from '../../model/workspace.js';
import type { EventAttribute } from '../../schema/kinds/system.js';
import type { NamedAttribute } from './formula-form.js';

/** What the values of an attribute of an event are, such as text or a number. */
export type AttributeType = NonNullable<EventAttribute['type']>;

/** What a formula has to be told about the events that it reads. */
export interface FormulaContext {
  /** The type of an attribute; `undefined` where it is not known. What is not known is not complained about. */
  typeOf(attribute: NamedAttribute): AttributeType | undefined;
  /** The event that puts a case into a period: every case that is counted has it. */
  readonly anchor?: string | undefined;
}

/** What the systems of a workspace say about the attributes of their events. */
export function contextOf(workspace: Workspace, anchor?: string): FormulaContext {
  return { anchor, typeOf: ({ event, attribute }) => typeIn(workspace, event, attribute) };
}

/** The key of the case is a name and the timestamp a time, also where they do not stand among the attributes. */
function typeIn(workspace: Workspace, event: string, name: string): AttributeType | undefined {
  const emitted = workspace.registers.events.get(event)?.producers[0]?.value;
  const attribute = emitted?.attributes?.find((each) => each.name === name);
  if (attribute !== undefined) return attribute.type;
  return name === emitted?.timestamp ? 'date-time' : name === emitted?.caseKey ? 'string' : undefined;
}
