import type { EmittedEvent } from '../../../schema/kinds/system.js';
import { attributesOf } from '../../event-schema.js';
import { literal, propertyName } from '../../text/typescript.js';
import type { Property, Statement } from './module.js';

/** Events with their payloads, and a `track` that takes no other. */
export function eventsModule(events: readonly EmittedEvent[], types: string): readonly Statement[] {
  return [
    { is: 'import-type', names: ['EventData'], from: types },
    { is: 'interface', name: 'EventPayloads', doc: 'What each event carries.', properties: events.map((event) => ({ name: propertyName(event.event), type: `{ ${payloadOf(event).map(({ name, type }) => `readonly ${name}: ${type}`).join('; ')} }` })) },
    { is: 'constant', name: 'events', value: `${literal(Object.fromEntries(events.map((event) => [event.event, event])))} as const satisfies { readonly [Name in EventName]: EventData }`, doc: 'What is declared of each event: its keys, its attributes, its purpose and the consent that it needs.' },
    { is: 'type', name: 'EventName', type: 'keyof EventPayloads & string' },
    { is: 'type', name: 'PayloadFor', generic: 'Name extends EventName', type: '{ readonly [Each in Name]: (payload: EventPayloads[Each]) => void }[Name] extends (payload: infer Payload extends EventPayloads[EventName]) => void ? Payload : never', doc: 'What an event carries. Where it may be one of several, what every one of them carries.' },
    { is: 'type', name: 'Track', type: '<Name extends EventName>(name: Name, payload: PayloadFor<Name>) => void', doc: 'Tells that something happened.' },
    { is: 'function', name: 'tracker', doc: 'A typed `track` over whatever sends events.', parameters: [{ name: 'send', type: '(name: EventName, payload: EventPayloads[EventName]) => void' }], returns: 'Track', body: 'return (name, payload) => send(name, payload);' },
    { is: 'function', name: 'isPayloadOf', doc: 'True where a value has everything that the event carries, each of its type. Of an event that nobody declares nothing is a payload.', generic: 'Name extends EventName', parameters: [{ name: 'name', type: 'Name' }, { name: 'payload', type: 'unknown' }], returns: 'payload is EventPayloads[Name]', body: guardBody },
    { is: 'constant', name: 'payloadTypes', value: `${literal(Object.fromEntries(events.map((event) => [event.event, Object.fromEntries(attributesOf(event).map(({ name, type }) => [name, jsTypes[type ?? 'unknown']!]))])))} as const satisfies { readonly [Name in EventName]: { readonly [Attribute in keyof EventPayloads[Name]]: string } }`, doc: 'Each attribute of each event, by its type in JavaScript.' },
  ];
}

const guardBody = `const types: { readonly [event: string]: { readonly [attribute: string]: string } } = payloadTypes;
if (typeof payload !== 'object' || payload === null || !Object.hasOwn(types, name)) return false;
const values = payload as { readonly [attribute: string]: unknown };
return Object.entries(types[name]!).every(([attribute, type]) => Object.hasOwn(values, attribute) && (type === 'unknown' || typeof values[attribute] === type));`;

/** Days, instants and lengths of time are texts; money is a number in its currency. */
const jsTypes: Readonly<Record<string, string>> = { string: 'string', number: 'number', integer: 'number', boolean: 'boolean', date: 'string', 'date-time': 'string', duration: 'string', money: 'number', unknown: 'unknown' };

function payloadOf(event: EmittedEvent): readonly Property[] {
  return attributesOf(event).map(({ name, type }) => ({ name: propertyName(name), type: jsTypes[type ?? 'unknown']! }));
}
