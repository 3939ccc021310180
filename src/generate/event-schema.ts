import type { EmittedEvent, EventAttribute } from '../schema/kinds/system.js';

/** A JSON Schema of draft 2020-12, as far as events need it. */
export interface PayloadSchema {
  readonly type: 'object';
  readonly properties: { readonly [attribute: string]: object };
  readonly required: readonly string[];
  readonly additionalProperties: boolean;
}

/** What a program has to send with an event: its keys and its attributes, all of them. */
export function payloadSchema(event: EmittedEvent, isClosed: boolean): PayloadSchema {
  const attributes = attributesOf(event);
  const properties = Object.fromEntries(attributes.map((attribute) => [attribute.name, attributeSchema(event, attribute)]));
  return { type: 'object', properties, required: attributes.map(({ name }) => name), additionalProperties: !isClosed };
}

/** The attributes of an event: first the two that every event is known by, unless they are declared among the others. */
export function attributesOf({ caseKey, timestamp, attributes = [] }: EmittedEvent): readonly EventAttribute[] {
  const keys: readonly EventAttribute[] = [...(caseKey === undefined ? [] : [{ name: caseKey, type: 'string' } as const]), ...(timestamp === undefined ? [] : [{ name: timestamp, type: 'date-time' } as const])];
  return [...new Map([...keys, ...attributes].map((attribute) => [attribute.name, attribute])).values()];
}

type AttributeType = NonNullable<EventAttribute['type']>;

/** Lengths of time are texts as ISO 8601 has them; money is a number in its unit. */
const forms: Readonly<Record<AttributeType, object>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  'date-time': { type: 'string', format: 'date-time' },
  duration: { type: 'string', format: 'duration' },
  money: { type: 'number' },
};

function attributeSchema(event: EmittedEvent, { name, type, unit, element }: EventAttribute): object {
  const words = [name === event.caseKey ? 'The case that it belongs to.' : '', name === event.timestamp ? 'When it happened.' : '', unit === undefined ? '' : `In ${unit}.`, element === undefined ? '' : `The data element ${element}.`].filter((each) => each !== '');
  return { ...(type === undefined ? {} : forms[type]), ...(words.length === 0 ? {} : { description: words.join(' ') }) };
}
