import type { Spec } from '../../model/spec.js';
import type { EmittedEvent } from '../../schema/kinds/system.js';
import { attributesOf, payloadSchema } from '../event-schema.js';
import { defineGenerator, type GeneratedFile, type GeneratorInput } from '../target.js';
import { jsonText } from '../text/json.js';

interface Options {
  readonly [name: string]: string | boolean;
  readonly base: string;
  readonly closed: boolean;
}

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
hold, what an event is collected for, the consent that it needs, whether it is a sample, how late it may come and which checks it has to pass.`,
  limits: 'Schemas and the plan are about the events that systems tell.',
  withDrafts: true,
  options: {
    base: { description: 'What the `$id` of each schema begins with; the namespace of the workspace and the name of the event follow.', default: 'urn:waymark:event:' },
    closed: { description: 'Whether a payload with further attributes is refused.', default: true },
  },
  carries: ['Workspace.namespace', 'System.title', 'System.emits.**'],
  generate(input) {
    const told = toldEvents(input.all('System'));
    const root = input.workspace.root === undefined ? [] : [input.workspace.root];
    return { files: [planFile(input, told, root), ...told.map((each) => schemaFile(input, each, root))] };
  },
});

/** An event with the system that tells it, and a name for its file. */
interface ToldEvent {
  readonly event: EmittedEvent;
  readonly system: Spec<'System'>;
  readonly file: string;
}

/** Sorted by name. Two events whose names differ in nothing but their case have files of different names. */
function toldEvents(systems: readonly Spec<'System'>[]): readonly ToldEvent[] {
  const events = systems.flatMap((system) => (system.value.emits ?? []).map((event) => ({ event, system })));
  const taken = new Map<string, number>();
  return events.toSorted((a, b) => (a.event.event < b.event.event ? -1 : 1)).map(({ event, system }) => {
    const key = event.event.toLowerCase();
    const earlier = taken.get(key) ?? 0;
    taken.set(key, earlier + 1);
    return { event, system, file: `events/${event.event}${earlier === 0 ? '' : `-${earlier + 1}`}.schema.json` };
  });
}

function schemaFile({ workspace, options, provenance }: GeneratorInput<Options>, { event, system, file }: ToldEvent, root: readonly Spec[]): GeneratedFile {
  const sources = [system, ...root];
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${options.base}${workspace.root?.value.namespace ?? workspace.root?.id ?? 'workspace'}:${event.event}`,
    $comment: provenance(sources).lines.join(' '),
    title: event.event,
    description: `Told by ${system.value.title}.`,
    ...payloadSchema(event, options.closed),
  };
  return { path: file, sources, content: jsonText(schema) };
}

function planFile({ workspace, provenance }: GeneratorInput<Options>, told: readonly ToldEvent[], root: readonly Spec[]): GeneratedFile {
  const sources = [...told.map(({ system }) => system), ...root];
  const events = told.map(({ event, system, file }) => ({ ...event, system: system.id, systemTitle: system.value.title, schema: file, attributes: attributesOf(event) }));
  return { path: 'tracking-plan.json', sources, content: jsonText({ comment: provenance(sources).lines.join(' '), namespace: workspace.root?.value.namespace, events }) };
}
