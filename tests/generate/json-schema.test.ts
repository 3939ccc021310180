import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/model/workspace.js';
import type { EventAttribute } from '../../src/schema/kinds/system.js';
import { benignWorkspace, contentOf, example, examples, generated, hostileWorkspace, rotations, smallWorkspace } from './generated.js';

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

  it('of two events that differ in nothing but their case are two files', async () => {
    const told = example('insurance').all('System').find(({ value }) => (value.emits ?? []).length > 0)!;
    const [first] = told.value.emits!;
    const doubled = { ...told, value: { ...told.value, emits: [first!, { ...first!, event: first!.event.toUpperCase() }] } };
    const workspace = { ...example('insurance'), all: (kind: string) => (kind === 'System' ? [doubled] : []), specs: [doubled] } as unknown as Workspace;
    expect((await generated(workspace, 'json-schema')).files.length).toBe(3);
  });
});

describe('the files of a small workspace', () => {
  it('are as they are kept', async () => {
    for (const { path, content } of (await generated(smallWorkspace(), 'json-schema')).files) await expect(content).toMatchFileSnapshot(`golden/json-schema/${path}`);
  });
});
