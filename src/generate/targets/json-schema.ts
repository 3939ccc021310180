import { listOf } from '../../base/words.js';
import type { Spec } from '../../model/spec.js';
import { attributesOf, payloadSchema } from '../event-schema.js';
import { defineGenerator, type GeneratedFile, type GeneratorInput } from '../target.js';
import { fileNames } from '../text/file-names.js';
import { jsonText } from '../text/json.js';
import { systemsOf, toldEvents, unwrittenEvents, type ToldEvent } from '../told-events.js';

interface Options {
  readonly [name: string]: string | boolean;
  readonly base: string;
  readonly closed: boolean;
}

const beginningOfUri = { expression: String.raw`[A-Za-z][A-Za-z0-9+.\-]*:(?:[A-Za-z0-9._~:/?@!$&'()*+,;=\-]|%[0-9A-Fa-f]{2})+`, words: 'the beginning of a URI, such as `https://example.org/events/` or `urn:example:`' };

/** A schema of each event, and the plan of what is tracked. */
export const jsonSchema = defineGenerator<Options>({
  id: 'json-schema',
  summary: 'a JSON Schema of each event, and a tracking plan',
  description: `\`events/\` has a schema of draft 2020-12 for each event that a system tells. Whoever sends events checks them against it, in a test or at the door of the
event stream:

\`\`\`ts
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const ajv = addFormats(new Ajv2020());
const isClaimDecided = ajv.compile(JSON.parse(readFileSync('events/claim-decided.schema.json', 'utf8')));
\`\`\`

\`tracking-plan.json\` lists all events for those who plan and check what is tracked: the system, the keys, the attributes with the data elements that they
hold, what an event is collected for, the consent that it needs, whether it is a sample, how late it may come and which checks it has to pass.

Where two systems tell one event in two forms, as while one takes over from the other, the schema is of the form that a system in force declares, and the losses
name the other. A file is called as its event; where two events differ in nothing but capitals, which many disks do not tell apart, \`@\` follows each capital.`,
  limits: 'Schemas and the plan are about the events that systems tell.',
  withDrafts: true,
  options: {
    base: { description: 'What the `$id` of each schema begins with; the namespace of the workspace and the name of the event follow.', default: 'urn:waymark:event:', pattern: beginningOfUri },
    closed: { description: 'Whether a payload with further attributes is refused.', default: true },
  },
  carries: ['Workspace.namespace', 'System.title', 'System.emits.**'],
  generate(input) {
    const told = withFiles(toldEvents(input.all('System')));
    const root = input.workspace.root === undefined ? [] : [input.workspace.root];
    return { files: [planFile(input, told, root), ...told.map((each) => schemaFile(input, each, root))], losses: unwrittenEvents(told) };
  },
});

/** An event that is written, and a name for its file. */
interface WrittenEvent extends ToldEvent {
  readonly file: string;
}

function withFiles(told: readonly ToldEvent[]): readonly WrittenEvent[] {
  const names = fileNames(told.map(({ event }) => event.event));
  return told.map((each) => ({ ...each, file: `events/${names.get(each.event.event)!}.schema.json` }));
}

function schemaFile({ workspace, options, provenance }: GeneratorInput<Options>, told: WrittenEvent, root: readonly Spec[]): GeneratedFile {
  const { event, file } = told;
  const sources = [...systemsOf(told), ...root];
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${options.base}${workspace.root?.value.namespace ?? workspace.root?.id ?? 'workspace'}:${event.event}`,
    $comment: provenance(sources).lines.join(' '),
    title: event.event,
    description: `Told by ${listOf(systemsOf(told).map(({ value }) => value.title))}.`,
    ...payloadSchema(event, options.closed),
  };
  return { path: file, sources, content: jsonText(schema) };
}

function planFile({ workspace, provenance }: GeneratorInput<Options>, told: readonly WrittenEvent[], root: readonly Spec[]): GeneratedFile {
  const sources = [...told.flatMap(systemsOf), ...root];
  const events = told.map(entryOf);
  return { path: 'tracking-plan.json', sources, content: jsonText({ comment: provenance(sources).lines.join(' '), namespace: workspace.root?.value.namespace, events }) };
}

function entryOf(told: WrittenEvent): object {
  const { event, system, file } = told;
  const others = systemsOf(told).slice(1).map(({ id, value }) => ({ system: id, systemTitle: value.title }));
  return { ...event, system: system.id, systemTitle: system.value.title, ...(others.length === 0 ? {} : { alsoToldBy: others }), schema: file, attributes: attributesOf(event) };
}
