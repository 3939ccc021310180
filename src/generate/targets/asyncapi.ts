import type { Spec } from '../../model/spec.js';
import type { EmittedEvent } from '../../schema/kinds/system.js';
import { payloadSchema } from '../event-schema.js';
import { defineGenerator, type GeneratorInput, type LossHere } from '../target.js';
import { yamlText } from '../text/yaml.js';
import { toldEvents, unwrittenEvents } from '../told-events.js';

interface Options {
  readonly [name: string]: boolean;
  readonly closed: boolean;
}

/** What each system tells, for whoever builds on events. */
export const asyncapi = defineGenerator<Options>({
  id: 'asyncapi',
  summary: 'an AsyncAPI 3 document for each system that tells events: channels, messages and their payloads',
  description: `\`<system>.yaml\` says what a system sends: a channel, a message and an operation for each event, with the payload as in [json-schema](json-schema.md). The attribute that
says which case an event belongs to is the correlation id. The whole declaration of the event stands under \`x-waymark\`, with what AsyncAPI has no word for: the
attribute that says when it happened, purpose, consent, time until it arrives, sampling and checks of quality.

\`\`\`sh
asyncapi generate fromTemplate claims-core.yaml @asyncapi/html-template
\`\`\`

Where an event is sent, and by which protocol, no document says: \`address\` is \`null\`, which AsyncAPI has for an address that is not known. Servers and bindings are
written in a document of their own that refers to these. Only who sends is said; who receives an event is in no document.

The tests read the files with \`@asyncapi/parser\` and compare what it understood with the documents.`,
  limits: 'It describes events and the systems that send them.',
  withDrafts: true,
  options: { closed: { description: 'Whether a payload with further attributes is refused.', default: true } },
  carries: ['System.title', 'System.description', 'System.owner', 'System.emits.**'],
  generate(input) {
    const systems = input.all('System').filter(({ value }) => (value.emits ?? []).length > 0);
    return { files: systems.map((spec) => ({ path: `${spec.id}.yaml`, sources: [spec], content: documentOf(input, spec) })), losses: systems.flatMap((spec) => [...unwrittenEvents(toldEvents([spec])), ...unreadableAttributes(spec)]) };
  },
});

function documentOf(input: GeneratorInput<Options>, spec: Spec<'System'>): string {
  const { title, description, version, owner } = spec.value;
  const events = toldEvents([spec]).map(({ event }) => event);
  const each = <Value>(make: (event: EmittedEvent) => Value): { readonly [event: string]: Value } => Object.fromEntries(events.map((event) => [event.event, make(event)]));
  return yamlText(input.provenance([spec]).lines, {
    asyncapi: '3.0.0',
    info: { title, version, description, 'x-waymark': { document: spec.coordinate, status: spec.status, owner } },
    defaultContentType: 'application/json',
    channels: each(({ event }) => ({ address: null, messages: { [event]: { $ref: `#/components/messages/${event}` } } })),
    operations: each(({ event }) => ({ action: 'send', channel: { $ref: `#/channels/${event}` }, messages: [{ $ref: `#/channels/${event}/messages/${event}` }] })),
    components: { messages: each((event) => messageOf(event, input.options.closed)) },
  });
}

function messageOf(event: EmittedEvent, isClosed: boolean): object {
  const { event: name, ...own } = event;
  return {
    name,
    ...(own.caseKey === undefined ? {} : { correlationId: { description: 'The case that it belongs to.', location: `$message.payload#/${own.caseKey}` } }),
    payload: payloadSchema(readable(event), isClosed),
    'x-waymark': own,
  };
}

/** The parser that the tools of AsyncAPI share asks each table for this name, and stops where something else has it. */
const unreadable = 'hasOwnProperty';

function readable({ attributes = [], ...event }: EmittedEvent): EmittedEvent {
  return { ...event, attributes: attributes.filter(({ name }) => name !== unreadable) };
}

function unreadableAttributes({ coordinate, value }: Spec<'System'>): readonly LossHere[] {
  const reason = `The tools of AsyncAPI cannot read a payload with an attribute \`${unreadable}\`, so it stands under \`x-waymark\` alone.`;
  const lostIn = ({ attributes = [] }: EmittedEvent, index: number): readonly LossHere[] => attributes.flatMap(({ name }, at): readonly LossHere[] => (name === unreadable ? [{ subject: coordinate, field: 'emits.attributes', at: ['emits', index, 'attributes', at], inPart: true, reason }] : []));
  return (value.emits ?? []).flatMap(lostIn);
}
