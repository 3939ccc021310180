import type { Workspace } from '../../model/workspace.js';
import type { EventAttribute } from '../../schema/kinds/system.js';
import { valueProblem } from '../value-range.js';
import type { NamedAttribute } from './formula-form.js';

/** What the values of an attribute of an event are, such as text or a number. */
export type AttributeType = NonNullable<EventAttribute['type']>;

/** What a formula has to be told about the events that it reads. */
export interface FormulaContext {
  /** The type of an attribute; `undefined` where it is not known. What is not known is not complained about. */
  typeOf(attribute: NamedAttribute): AttributeType | undefined;
  /** The currency of its money or the scale of its answers, as a unit writes it: `currency(EUR)`, `score(1,7)`; `undefined` where nobody says. */
  unitOf?(attribute: NamedAttribute): string | undefined;
  /** The event that puts a case into a period: every case that is counted has it. */
  readonly anchor?: string | undefined;
}

/** What the systems of a workspace say about the attributes of their events. */
export function contextOf(workspace: Workspace, anchor?: string): FormulaContext {
  return { anchor, typeOf: ({ event, attribute }) => typeIn(workspace, event, attribute), unitOf: (attribute) => unitIn(workspace, attribute) };
}

/** Money that names no currency is in that of the workspace. A unit that is none, or does not fit the type, is told where it stands. */
function unitIn(workspace: Workspace, { event, attribute: name }: NamedAttribute): string | undefined {
  const attribute = workspace.registers.events.get(event)?.producers[0]?.value.attributes?.find((each) => each.name === name);
  if (attribute === undefined || !isUnitOf(attribute)) return undefined;
  const currency = workspace.root?.value.currency;
  const unit = attribute.unit ?? (attribute.type === 'money' && currency !== undefined ? `currency(${currency})` : '');
  return /^(?:currency|score)/.test(unit) && valueProblem('KpiUnit', unit) === undefined ? unit : undefined;
}

/** False for an attribute whose unit does not fit its type: money has a currency, and numbers may have a scale. */
export function isUnitOf({ type, unit }: EventAttribute): boolean {
  if (unit === undefined || type === undefined) return true;
  const [word] = unit.split('(');
  if (type === 'money' || type === 'duration') return word === { money: 'currency', duration: 'duration' }[type];
  return (type === 'integer' || type === 'number') && word !== 'currency' && word !== 'duration';
}

/** The key of the case is a name and the timestamp a time, also where they do not stand among the attributes. */
function typeIn(workspace: Workspace, event: string, name: string): AttributeType | undefined {
  const emitted = workspace.registers.events.get(event)?.producers[0]?.value;
  const attribute = emitted?.attributes?.find((each) => each.name === name);
  if (attribute !== undefined) return attribute.type;
  return name === emitted?.timestamp ? 'date-time' : name === emitted?.caseKey ? 'string' : undefined;
}
