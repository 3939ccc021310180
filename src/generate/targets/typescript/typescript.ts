import type { Spec } from '../../../model/spec.js';
import { defineGenerator, type GeneratedFile, type GeneratorInput } from '../../target.js';
import { toldEvents, unwrittenEvents } from '../../told-events.js';
import { dataModule, nothing } from './data-module.js';
import { eventsModule } from './events-module.js';
import { idsModule } from './ids-module.js';
import type { Module, Statement } from './module.js';
import { typesModule } from './types-module.js';

interface Options {
  readonly [name: string]: string;
  readonly imports: 'js' | 'ts' | 'bare';
}

/** Names, data and events for application code. */
export const typescript = defineGenerator<Options>({
  id: 'typescript',
  summary: 'names as types, documents as data, events with their payloads and a typed `track`, for application code',
  description: `\`ids\` has every id as a list, as a type and with a guard: \`journeyIds\`, \`JourneyId\`, \`isJourneyId\`, and so on for stages, steps, events, promises,
KPIs and personas. \`events\` has what each event carries, and \`tracker(send)\`, which gives a \`track\` that takes no other event and no other payload:

\`\`\`ts
import { tracker, journeys } from './journeys/index.js';

const track = tracker((name, payload) => queue.push({ name, payload }));
track('claim-decided', { claimNumber: '4711', occurredAt: '2026-09-01T10:00:00Z', decision: 'accepted', persona: 'fleet-manager', region: 'DE' });
journeys.motorClaim.slas; // readonly ["motor-claim-settlement"]
\`\`\`

Where a name may be one of several events, \`track\` takes only a payload that fits each of them. Where two systems tell one event in two forms, as while one takes over
from the other, \`events\` has the form that a system in force declares, and the losses name the other.

Each constant is called as its id, whatever other ids there are: \`motor-claim\` is \`motorClaim\`, \`claim-2\` is \`claim_2\`, and \`delete\`, which no constant may be called, is
\`delete_\`.

The data are constants that the compiler compares with their types (\`as const satisfies\`), each in a module without side effects, so that a bundle holds only
what is imported. They say what the document says, a variant with its base: also what is meant for colleagues alone. Whoever ships them to browsers imports
names and events, or looks at what a constant holds.`,
  limits: 'The modules hold journeys, promises, KPIs and personas, and of systems the events that they tell.',
  withDrafts: true,
  options: { imports: { description: 'How the modules name each other: `js` for Node and for bundlers, `ts` where TypeScript is run as it is, `bare` for older bundlers.', default: 'js', words: ['js', 'ts', 'bare'] } },
  carries: ['Journey.**', 'Sla.**', 'Kpi.**', 'Persona.**', 'System.emits.**'],
  async generate(input) {
    const { printModules } = await import('./print-modules.js');
    const modules = modulesOf(input);
    const texts = printModules(modules);
    return { files: modules.map(({ path, sources }, index): GeneratedFile => ({ path, sources, content: texts[index]! })), losses: unwrittenEvents(toldEvents(input.all('System'))) };
  },
});

type FileModule = Module & Pick<GeneratedFile, 'path' | 'sources'>;

/** One module for each sort of thing and one for each journey, so that a bundle holds only what is imported. */
function modulesOf(input: GeneratorInput<Options>): readonly FileModule[] {
  const ending = input.options.imports === 'bare' ? '' : `.${input.options.imports}`;
  const file = (path: string, sources: readonly Spec[], statements: readonly Statement[]): FileModule => ({ path: `${path}.ts`, sources, head: input.provenance(sources).lines, statements: statements.length === 0 ? [nothing] : statements });
  const [journeys, slas, kpis, personas] = [input.all('Journey'), input.all('Sla'), input.all('Kpi'), input.all('Persona')];
  const systems = input.all('System').filter(({ value }) => (value.emits ?? []).length > 0);
  const events = toldEvents(systems).map(({ event }) => event);
  const models = journeys.flatMap(({ id }) => input.workspace.journey(id) ?? []);
  const data = (name: string, type: string, specs: readonly Spec[]): FileModule => file(name, specs, dataModule(specs, type, `./types${ending}`));
  const all = [...journeys, ...slas, ...kpis, ...personas, ...systems];
  return [
    file('index', all, [...['ids', 'types', 'events'].map((name): Statement => ({ is: 'export-all', from: `./${name}${ending}` })), ...['journeys', 'slas', 'kpis', 'personas'].map((name): Statement => ({ is: 'export-all', from: `./${name}${ending}`, as: name }))]),
    file('ids', all, idsModule({ journeys: models, slas: idsOf(slas), kpis: idsOf(kpis), personas: idsOf(personas), events })),
    file('types', all, typesModule(ending)),
    file('events', systems, eventsModule(events, `./types${ending}`)),
    file('journeys', journeys, journeys.map(({ id }) => ({ is: 'export-all', from: `./journeys/${id}${ending}` }))),
    ...journeys.map((spec) => file(`journeys/${spec.id}`, [spec], dataModule([spec], 'JourneyData', `../types${ending}`))),
    data('slas', 'SlaData', slas),
    data('kpis', 'KpiData', kpis),
    data('personas', 'PersonaData', personas),
  ];
}

function idsOf(specs: readonly Spec[]): readonly string[] {
  return specs.map(({ id }) => id);
}
