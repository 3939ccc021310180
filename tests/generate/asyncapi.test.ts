import { Parser, type AsyncAPIDocumentInterface } from '@asyncapi/parser';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { attributesOf } from '../../src/generate/event-schema.js';
import type { Spec } from '../../src/model/spec.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { contentOf, example, examples, generated, workspaceOfSystems } from './generated.js';

const parser = new Parser();

/** What the parser of AsyncAPI understands; whatever it has against a document fails the test, advice on what nobody knows apart. */
async function understood(text: string): Promise<AsyncAPIDocumentInterface> {
  const { document, diagnostics } = await parser.parse(text);
  expect(diagnostics.filter(({ severity }) => severity < 2).map(({ message, path }) => `${path.join('.')}: ${message}`)).toEqual([]);
  return document!;
}

function tellingSystems(workspace: Workspace): readonly Spec<'System'>[] {
  return workspace.all('System').filter(({ value, status }) => (value.emits ?? []).length > 0 && status !== 'retired').toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

describe.each(examples)('the events of %s', (name) => {
  const workspace = example(name);

  it('have a document for each system that tells any', async () => {
    const { files } = await generated(workspace, 'asyncapi');
    expect(files.map(({ path }) => path)).toEqual(tellingSystems(workspace).map(({ id }) => `${id}.yaml`));
  });

  it('are sent on a channel each, with their keys and attributes', async () => {
    const generation = await generated(workspace, 'asyncapi');
    for (const { id, value, owner } of tellingSystems(workspace)) {
      const document = await understood(contentOf(generation, `${id}.yaml`));
      expect([document.info().title(), document.info().version(), document.info().description()]).toEqual([value.title, value.version, value.description]);
      expect(document.info().extensions().get('x-waymark')!.value()).toMatchObject({ owner });
      const events = value.emits!.toSorted((a, b) => (a.event < b.event ? -1 : 1));
      expect(document.operations().all().map((operation) => [operation.id(), operation.action(), operation.channels().all().map((channel) => channel.id()), operation.messages().all().map((message) => message.name())])).toEqual(events.map(({ event }) => [event, 'send', [event], [event]]));
      expect(document.channels().all().map((channel) => channel.address())).toEqual(events.map(() => null));
      for (const event of events) {
        const message = document.channels().get(event.event)!.messages().all()[0]!;
        const payload = message.payload()!;
        const said = attributesOf(event);
        expect(Object.keys(payload.properties()!)).toEqual(said.map((attribute) => attribute.name));
        expect(payload.required()).toEqual(said.map((attribute) => attribute.name));
        expect(payload.additionalProperties()).toBe(false);
        expect(message.correlationId()?.location()).toBe(event.caseKey === undefined ? undefined : `$message.payload#/${event.caseKey}`);
        const { event: _, ...rest } = event;
        expect(message.extensions().get('x-waymark')!.value()).toEqual(rest);
      }
    }
  });
});

it('an event that a system declares twice is written once, as it stands first, and open where `closed` is off', async () => {
  const generation = await generated(workspaceOfSystems({ shop: { emits: '[{event: x, caseKey: first}, {event: x, caseKey: second}]' } }), 'asyncapi', { closed: false });
  expect(load(contentOf(generation, 'shop.yaml'))).toMatchObject({ components: { messages: { x: { payload: { required: ['first'], additionalProperties: true } } } } });
  expect(generation.losses.filter(({ sort }) => sort === 'case')).toEqual([expect.objectContaining({ subject: 'system:shop', field: 'emits', at: ['emits', 1] })]);
});

it('an attribute with a name that the parser trips over stands beside the payload, and that is told', async () => {
  const generation = await generated(workspaceOfSystems({ shop: { emits: '[{event: x, caseKey: id, attributes: [{name: hasOwnProperty, type: string}, {name: constructor, type: string}]}]' } }), 'asyncapi');
  const document = await understood(contentOf(generation, 'shop.yaml'));
  const message = document.channels().all()[0]!.messages().all()[0]!;
  expect(Object.keys(message.payload()!.properties()!)).toEqual(['id', 'constructor']);
  expect(message.extensions().get('x-waymark')!.value()).toMatchObject({ attributes: [{ name: 'hasOwnProperty' }, { name: 'constructor' }] });
  expect(generation.losses.filter(({ sort }) => sort === 'case')).toEqual([expect.objectContaining({ subject: 'system:shop', at: ['emits', 0, 'attributes', 0], inPart: true })]);
});

describe('texts of strangers', () => {
  const saying = (title: string, description: string, reason: string): Workspace => loadWorkspaceFrom({
    'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n',
    'core.yaml': `apiVersion: waymark/v1\nkind: System\nid: core\ntitle: ${JSON.stringify(title.slice(0, 100).replaceAll('\n', ' ').trim() || 'x')}\ndescription: ${JSON.stringify(description)}\nversion: 0.1.0\nstatus: draft\nowner: desk\nemits: [{event: a.b_c-D, caseKey: claim.Id, timestamp: at, attributes: [{name: constructor, type: string}], sampling: {rate: 0.5, reason: ${JSON.stringify(reason)}}}]\n`,
  });

  it('stay texts for two readers of YAML and for that of AsyncAPI', async () => {
    let read = 0;
    for (const [index, text] of hostileTexts.entries()) {
      const workspace = saying(text, text, text);
      const system = workspace.all('System')[0];
      if (system === undefined) continue;
      read += 1;
      const content = contentOf(await generated(workspace, 'asyncapi'), 'core.yaml');
      const value = load(content) as { readonly info: object; readonly components: { readonly messages: object } };
      expect(parseDocument(content, { strict: true }).toJS()).toEqual(value);
      expect(value.info).toMatchObject({ title: system.value.title, description: text });
      expect(value.components.messages).toMatchObject({ 'a.b_c-D': { 'x-waymark': { sampling: { reason: text } } } });
      if (index % 25 === 0) expect((await understood(content)).operations().all().length).toBe(1);
    }
    expect(read).toBeGreaterThan(150);
  });
});

it('the events of an example stand as they stood', async () => {
  await expect(contentOf(await generated(example('parcel'), 'asyncapi'), 'driver-app.yaml')).toMatchFileSnapshot('golden/asyncapi/driver-app.yaml');
});
