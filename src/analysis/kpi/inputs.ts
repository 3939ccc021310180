import { fieldOf, valueAt, type Path } from '../../base/json.js';
import { walkFor } from '../../schema/walk.js';
import type { Formula } from '../../schema/kinds/kpi.js';
import { isUnreadable } from './readable.js';
import { namedAttribute, namesIn, type NamedAttribute } from './formula-form.js';

/** Something that a formula is computed from, and where it says so. */
export interface FormulaInput {
  readonly is: 'event' | 'attribute' | 'step' | 'promise' | 'journey' | 'calendar';
  /** As it is written: `claim-closed`, `claim-closed.cost`, `motor-claim#visit`. */
  readonly text: string;
  /** Of an attribute: its event and its name in it, where it names an event. */
  readonly named?: NamedAttribute | undefined;
  /** From the formula. */
  readonly path: Path;
}

/** Everything that a formula is computed from, by name, each once and in the order of the formula. */
export interface FormulaInputs {
  readonly events: readonly string[];
  readonly attributes: readonly NamedAttribute[];
  readonly steps: readonly string[];
  readonly promises: readonly string[];
  readonly journeys: readonly string[];
  readonly calendars: readonly string[];
}

/** What a formula is computed from: events and their attributes, steps, promises, journeys and calendars. */
export function eventsAndAttributes(formula: Formula): FormulaInputs {
  const inputs = inputsOf(formula);
  const named = (is: FormulaInput['is']): readonly string[] => [...new Set(inputs.flatMap((each) => (each.is === is ? [each.text] : [])))];
  const attributes = new Map(inputs.flatMap(({ text, named: attribute }) => (attribute === undefined ? [] : [[text, attribute] as const])));
  const events = [...new Set(inputs.flatMap((each) => eventOf(each) ?? []))];
  return { events, attributes: [...attributes.values()], steps: named('step'), promises: named('promise'), journeys: named('journey'), calendars: named('calendar') };
}

/** The event that is read, by itself or for an attribute. */
export function eventOf({ is, text, named }: FormulaInput): string | undefined {
  return is === 'event' ? text : named?.event;
}

const targets: { readonly [target: string]: FormulaInput['is'] } = { Event: 'event', Step: 'step', Sla: 'promise', Journey: 'journey', Calendar: 'calendar' };

/** Fields that name an attribute together with its event. */
const attributeFields: ReadonlySet<string> = new Set(['Quantity.attribute', 'Percentile.attribute', 'AttributeCondition.name', 'ScoreShare.of']);

const walkNames = walkFor((type) => type.type === 'reference' || (type.type === 'scalar' && type.name === 'Name'));

/** Each time that a formula names something. Of one that nobody can read, nothing. */
export function inputsOf(formula: Formula): readonly FormulaInput[] {
  const found: FormulaInput[] = [];
  if (isUnreadable(formula)) return found;
  walkNames('Formula', formula, (type, value, keys, { shape, field }) => {
    const [text, path] = [String(value), keys.slice()];
    const is = type.type === 'reference' ? targets[type.to[0]!] : undefined;
    if (is !== undefined) found.push({ is, text, path });
    else if (attributeFields.has(`${shape}.${field}`)) found.push({ is: 'attribute', text, named: namedAttribute(text), path });
    else if (field === 'same') found.push(...attributesOfContacts(formula, text, path));
  });
  return found;
}

/** What contacts have in common is an attribute of each event that is a contact. */
function attributesOfContacts(formula: Formula, attribute: string, path: Path): readonly FormulaInput[] {
  const event = fieldOf(valueAt(formula, path.slice(0, -1)), 'event') as string | readonly string[] | undefined;
  return namesIn(event).map((each) => ({ is: 'attribute', text: `${each}.${attribute}`, named: { event: each, attribute }, path }));
}
