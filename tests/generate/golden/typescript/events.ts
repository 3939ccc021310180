// Written by `waymark generate typescript`. Do not edit: change the documents and write it again.
// From: system:shop@1.0.0
// Digest: sha256:17ca6de09149c6436e81b500872d907d54be8f806c406a42886a1096f11a8137

import type { EventData } from "./types.js";

/** What each event carries. */
export interface EventPayloads {
  readonly "order-paid": { readonly orderId: string; readonly at: string };
  readonly "order-placed": { readonly orderId: string; readonly at: string; readonly amount: number; readonly channel: string };
}

/** What is declared of each event: its keys, its attributes, its purpose and the consent that it needs. */
export const events = {
  "order-paid": {
    event: "order-paid",
    caseKey: "orderId",
    timestamp: "at",
  },
  "order-placed": {
    event: "order-placed",
    caseKey: "orderId",
    timestamp: "at",
    attributes: [
      {
        name: "amount",
        type: "money",
        unit: "currency(EUR)",
      },
      {
        name: "channel",
        type: "string",
      },
    ],
  },
} as const satisfies { readonly [Name in EventName]: EventData };

export type EventName = keyof EventPayloads & string;

/** What an event carries. Where it may be one of several, what every one of them carries. */
export type PayloadFor<Name extends EventName> = { readonly [Each in Name]: (payload: EventPayloads[Each]) => void }[Name] extends (payload: infer Payload extends EventPayloads[EventName]) => void ? Payload : never;

/** Tells that something happened. */
export type Track = <Name extends EventName>(name: Name, payload: PayloadFor<Name>) => void;

/** A typed `track` over whatever sends events. */
export function tracker(send: (name: EventName, payload: EventPayloads[EventName]) => void): Track {
  return (name, payload) => send(name, payload);
}

/** True where a value has everything that the event carries, each of its type. Of an event that nobody declares nothing is a payload. */
export function isPayloadOf<Name extends EventName>(name: Name, payload: unknown): payload is EventPayloads[Name] {
  const types: { readonly [event: string]: { readonly [attribute: string]: string } } = payloadTypes;
  if (typeof payload !== 'object' || payload === null || !Object.hasOwn(types, name)) return false;
  const values = payload as { readonly [attribute: string]: unknown };
  return Object.entries(types[name]!).every(([attribute, type]) => Object.hasOwn(values, attribute) && (type === 'unknown' || typeof values[attribute] === type));
}

/** Each attribute of each event, by its type in JavaScript. */
export const payloadTypes = {
  "order-paid": {
    orderId: "string",
    at: "string",
  },
  "order-placed": {
    orderId: "string",
    at: "string",
    amount: "number",
    channel: "string",
  },
} as const satisfies { readonly [Name in EventName]: { readonly [Attribute in keyof EventPayloads[Name]]: string } };
