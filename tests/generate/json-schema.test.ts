import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { generate } from '../../src/generate/generate.js';
import type { Workspace } from '../../src/model/workspace.js';
import type { EventAttribute } from '../../src/schema/kinds/system.js';
import { benignWorkspace, contentOf, example, examples, generated, hostileWorkspace, rotations, smallWorkspace, twoCrms, workspaceOfSystems } from './generated.js';

interface Plan {
  readonly events: readonly { readonly event: string; readonly schema: string; readonly system: string; readonly systemTitle: string; readonly attributes: readonly EventAttribute[] }[];
}

const values: Readonly<Record<string, readonly [unknown, unknown]>> = { string: ['x', 1], number: [1.5, '1'], integer: [2, 2.5], boolean: [true, 'true'], date: ['2026-09-01', '2026-02-30'], 'date-time': ['2026-09-01T10:00:00Z', '2026-09-01'], duration: ['PT4H', '4h'], money: [9.5, '9.50'] };

/** A payload with everything that an event carries. */
function payloadOf(attributes: readonly EventAttribute[]): { readonly [name: string]: unknown } {
  return Object.fromEntries(attributes.map(({ name, type = 'string' }) => [name, values[type]![0]]));
}

async function planOf(workspace: Workspace): Promise<{ readonly plan: Plan; schemaOf(path: string): object }> {
  const generation = await generated(workspace, 'json-schema');
  return { plan: JSON.parse(contentOf(generation, 'tracking-plan.json')) as Plan, schemaOf: (path) => JSON.parse(contentOf(generation, path)) as object };
}

describe.each(examples)('the schemas of %s', (name) => {
  it('take each event as it is declared, and nothing that lacks a part of it or has one of another type', async () => {
    const { plan, schemaOf } = await planOf(example(name));
    const ajv = addFormats.default(new Ajv2020({ strict: true, allErrors: true }));
    const wrong = plan.events.flatMap(({ event, schema, attributes }) => {
      const check = ajv.compile(schemaOf(schema));
      const payload = payloadOf(attributes);
      const bad = [...attributes.map((each) => Object.fromEntries(Object.entries(payload).filter(([key]) => key !== each.name))), ...attributes.flatMap(({ name: key, type }) => (type === undefined ? [] : [{ ...payload, [key]: values[type]![1] }])), { ...payload, more: 1 }];
      return [...(check(payload) ? [] : [`${event} refuses its own payload`]), ...bad.filter((each) => check(each)).map((each) => `${event} takes ${JSON.stringify(each)}`)];
    });
    expect(wrong).toEqual([]);
  });

  it('are of every event that a system tells, and the plan says which system', async () => {
    const { plan } = await planOf(example(name));
    const told = example(name).all('System').flatMap((system) => (system.value.emits ?? []).map(({ event }) => `${event} ${system.id} ${system.value.title}`));
    expect(plan.events.map(({ event, system, systemTitle }) => `${event} ${system} ${systemTitle}`)).toEqual(told.toSorted());
  });
});

describe('the schemas', () => {
  it('let more attributes pass where `closed` is off, and are named as `base` says', async () => {
    const generation = await generated(example('insurance'), 'json-schema', { closed: false, base: 'https://example.org/events/' });
    const schema = JSON.parse(contentOf(generation, 'events/claim-decided.schema.json')) as { readonly $id: string; readonly additionalProperties: boolean };
    expect([schema.$id, schema.additionalProperties]).toEqual(['https://example.org/events/wegwart.motor:claim-decided', true]);
  });

  it.each(['events', '', 'https://example.org/ /', 'https://example.org/#', '://x', 'urn:a%2', 'urn:<x>'])('refuse `base: %s`, which no URI begins with', async (base) => {
    expect(await generate(example('parcel'), 'json-schema', { base })).toEqual({ problems: [expect.stringContaining('the beginning of a URI') as string] });
  });

  it('read the same whatever somebody writes into a field', async () => {
    const usual = await generated(benignWorkspace(), 'json-schema');
    for (let rotation = 0; rotation < rotations; rotation += 5) {
      const workspace = hostileWorkspace(rotation);
      const generation = await generated(workspace, 'json-schema');
      expect(generation.files.map(({ path }) => path)).toEqual(usual.files.map(({ path }) => path));
      expect(generation.files.filter(({ content }) => !/^[\x20-\x7e\n]*$/.test(content))).toEqual([]);
      const plan = JSON.parse(contentOf(generation, 'tracking-plan.json')) as Plan;
      for (const { system, systemTitle } of plan.events) expect(systemTitle).toBe(workspace.find('System', system)!.value.title);
    }
  });

  it('are files that every disk tells apart, also of events that differ in nothing but their case', async () => {
    const paths = async (names: readonly string[]): Promise<readonly string[]> => (await generated(workspaceOfSystems({ shop: { emits: `[${names.map((name) => `{event: ${name}}`).join(', ')}]` } }), 'json-schema')).files.map(({ path }) => path.slice(path.indexOf('/') + 1)).filter((path) => path.endsWith('.schema.json'));
    expect(await paths(['X', 'x', 'x-2', 'x-2-2', 'orderPaid'])).toEqual(['X@.schema.json', 'orderPaid.schema.json', 'x-2-2.schema.json', 'x-2.schema.json', 'x.schema.json']);
    expect(await paths(['aB', 'Ab', 'AB'])).toEqual(['A@B@.schema.json', 'A@b.schema.json', 'aB@.schema.json']);
  });

  it('are one for an event that two systems tell: that of the system in force, and what the other says is told as lost', async () => {
    const generation = await generated(twoCrms(), 'json-schema');
    const schemas = generation.files.filter(({ path }) => path !== 'tracking-plan.json').map(({ content }) => JSON.parse(content) as { readonly $id: string; readonly description: string; readonly required: readonly string[] });
    expect(schemas.map(({ $id, required }) => [$id, required])).toEqual([['urn:waymark:event:example.shop:case-closed', ['caseId', 'closedAt', 'reason']], ['urn:waymark:event:example.shop:case-opened', ['caseId', 'openedAt']]]);
    expect(schemas[0]!.description).toBe('Told by The crm-new and The crm-old.');
    expect((JSON.parse(contentOf(generation, 'tracking-plan.json')) as Plan).events[0]).toMatchObject({ system: 'crm-new', alsoToldBy: [{ system: 'crm-old', systemTitle: 'The crm-old' }] });
    expect(generation.losses.filter(({ sort }) => sort === 'case')).toEqual([expect.objectContaining({ subject: 'system:crm-old', field: 'emits', at: ['emits', 1], reason: expect.stringContaining('`crm-new` tells `case-closed`') as string })]);
  });

  it('say of every attribute which data element it holds, in what unit it is, and which are the keys', async () => {
    const attributes = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `{name: ${name}, type: duration, unit: duration(h), element: data-${name}}`);
    const generation = await generated(workspaceOfSystems({ shop: { emits: `[{event: x, caseKey: b, timestamp: g, attributes: [${attributes.join(', ')}]}]` } }), 'json-schema');
    const { properties } = JSON.parse(contentOf(generation, 'events/x.schema.json')) as { readonly properties: object };
    const said = (name: string, before = ''): object => ({ type: 'string', format: 'duration', description: `${before}In duration(h). The data element data-${name}.` });
    expect(properties).toEqual({ b: said('b', 'The case that it belongs to. '), g: { type: 'string', format: 'date-time', description: 'When it happened.' }, a: said('a'), c: said('c'), d: said('d'), e: said('e'), f: said('f') });
  });
});

describe('the files of a small workspace', () => {
  it('are as they are kept', async () => {
    for (const { path, content } of (await generated(smallWorkspace(), 'json-schema')).files) await expect(content).toMatchFileSnapshot(`golden/json-schema/${path}`);
  });
});
