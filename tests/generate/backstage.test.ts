import { apiEntityV1alpha1Validator, componentEntityV1alpha1Validator, DefaultNamespaceEntityPolicy, domainEntityV1alpha1Validator, EntityPolicies, FieldFormatEntityPolicy, GroupDefaultParentEntityPolicy, groupEntityV1alpha1Validator, NoForeignRootFieldsEntityPolicy, parseEntityRef, resourceEntityV1alpha1Validator, SchemaValidEntityPolicy, stringifyEntityRef, systemEntityV1alpha1Validator, type Entity } from '@backstage/catalog-model';
import { loadAll } from 'js-yaml';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { Generation } from '../../src/generate/generate.js';
import type { OptionValues } from '../../src/generate/target.js';
import { loadWorkspace, loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import type { Step } from '../../src/schema/kinds/step.js';
import { hiddenTexts, hostileTexts } from '../support/hostile-texts.js';
import { root } from '../support/imports.js';
import { generated } from './generated.js';

const run = (workspace: Workspace, options: OptionValues = {}): Promise<Generation> => generated(workspace, 'backstage', options);

const validators = [apiEntityV1alpha1Validator, componentEntityV1alpha1Validator, domainEntityV1alpha1Validator, groupEntityV1alpha1Validator, resourceEntityV1alpha1Validator, systemEntityV1alpha1Validator];
const policy = EntityPolicies.allOf([new DefaultNamespaceEntityPolicy(), new SchemaValidEntityPolicy(), new NoForeignRootFieldsEntityPolicy(), new FieldFormatEntityPolicy(), new GroupDefaultParentEntityPolicy('group:default/nobody')]);

/** The entities as a catalogue takes them in: read by two parsers alike, each sound, each known to the validator of its kind. */
async function entitiesOf(generation: Generation): Promise<readonly Entity[]> {
  const text = generation.files[0]!.content;
  const read = parseAllDocuments(text, { strict: true }).map((document) => document.toJS() as Entity);
  expect(loadAll(text)).toEqual(read);
  for (const entity of read) {
    const checked = await Promise.all(validators.map((validator) => validator.check(entity)));
    expect([entity.kind, checked.filter((is) => is).length]).toEqual([entity.kind, 1]);
    expect(await policy.enforce(entity)).toBeDefined();
  }
  return read;
}

const fieldsOf = (entity: Entity): { readonly [field: string]: unknown } => entity.spec as { readonly [field: string]: unknown };

describe.each(['insurance', 'broadband', 'parcel'])('the catalogue of %s', async (example) => {
  const workspace = loadWorkspace(join(root, 'journeys', example));
  const entities = await entitiesOf(await run(workspace));
  const byRef = new Map(entities.map((entity) => [stringifyEntityRef(entity), entity]));
  const of = (kind: string): readonly Entity[] => entities.filter((entity) => entity.kind === kind);

  it('has each journey, system, catalogue of data and team once, with its title, words, owner and version', () => {
    for (const [kind, entity] of [['Journey', 'System'], ['System', 'Component'], ['DataCatalog', 'Resource']] as const) {
      const said = workspace.all(kind).filter(({ status }) => status !== 'retired').map(({ id, value, owner, coordinate }) => [id, value.title, value.description, owner, value.version, coordinate]);
      expect(of(entity).map(({ metadata, spec }) => [metadata.name, metadata.title, metadata.description, parseEntityRef(spec!['owner'] as string).name, metadata.annotations!['waymark/version'], metadata.annotations!['waymark/document']])).toEqual(said.toSorted(([a], [b]) => (a! < b! ? -1 : 1)));
    }
    expect(of('System').map(({ metadata }) => metadata.annotations!['waymark/steps'])).toEqual(workspace.journeys.filter(({ spec }) => spec.status !== 'retired').toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ steps }) => steps.map(({ id }) => id).join(', ')));
    expect(of('Group').map(({ metadata, spec }) => [metadata.name, metadata.title, spec!['type'], spec!['parent']])).toEqual(workspace.all('Team').map(({ id, value }) => [id, value.title, value.function ?? 'team', value.parent === undefined ? undefined : `group:default/${value.parent}`]).toSorted(([a], [b]) => (a! < b! ? -1 : 1)));
    expect(of('Domain').map(({ metadata, spec }) => [metadata.name, spec!['owner']])).toEqual([[workspace.root!.id, `group:default/${workspace.policy.spec!.owner}`]]);
  });

  it('names nothing that is not in it', () => {
    const references = entities.flatMap((entity) => {
      const { owner, domain, parent, dependsOn = [], dependencyOf = [] } = fieldsOf(entity);
      return [owner, parent, ...(dependsOn as readonly string[]), ...(dependencyOf as readonly string[]), domain === undefined ? undefined : `domain:default/${String(domain)}`].filter((each): each is string => typeof each === 'string');
    });
    expect(references.length).toBeGreaterThan(entities.length);
    expect(references.filter((reference) => !byRef.has(stringifyEntityRef(parseEntityRef(reference))))).toEqual([]);
  });

  it('says of each system which journeys run on it and where it passes data to', () => {
    for (const { id, value } of workspace.all('System')) {
      const { dependsOn = [], dependencyOf = [] } = fieldsOf(byRef.get(`component:default/${id}`)!);
      const journeys = workspace.journeys.filter(({ steps }) => steps.some((step) => (step.value.systems ?? []).includes(id) || (step.value.dependsOn ?? []).some(({ system }) => system === id)));
      expect([id, dependencyOf]).toEqual([id, journeys.map((journey) => `system:default/${journey.id}`).toSorted()]);
      const steps = (isMeant: (step: Step) => boolean): string | undefined => journeys.flatMap((journey) => journey.steps.filter((step) => isMeant(step.value)).map((step) => `${journey.id}#${step.id}`)).toSorted().join(', ') || undefined;
      const { annotations } = byRef.get(`component:default/${id}`)!.metadata;
      expect([id, annotations!['waymark/used-in'], annotations!['waymark/needed-in']]).toEqual([id, steps(({ systems = [] }) => systems.includes(id)), steps(({ dependsOn: needed = [] }) => needed.some(({ system }) => system === id))]);
      expect([id, dependsOn]).toEqual([id, [...new Set((value.integrations ?? []).flatMap(({ to }) => (to === undefined ? [] : [`component:default/${to}`])))].toSorted()]);
    }
  });

  it('leaves teams out where the portal has them', async () => {
    const without = await entitiesOf(await run(workspace, { groups: false }));
    expect(without).toEqual(entities.filter(({ kind }) => kind !== 'Group'));
  });
});

/** A workspace that says one text wherever the catalogue has words. */
function saying(text: string): Workspace {
  const said = JSON.stringify(text);
  const short = JSON.stringify(text.slice(0, 100).replaceAll('\n', ' ').trim() || 'x');
  const head = (kind: string, id: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${short}\ndescription: ${said}\nversion: 0.1.0\nstatus: draft\nowner: desk\nlinks: [{title: ${short}, url: "https://example.org/a?b=c#d"}, {title: ${short}, url: docs/page.md}]\n`;
  return loadWorkspaceFrom({
    'waymark.yaml': `apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: ${short}\ndescription: ${said}\nnamespace: example.shop\npolicy: default\n`,
    'policy.yaml': head('Policy', 'default'),
    'desk.yaml': `${head('Team', 'desk')}function: ${short}\n`,
    'core.yaml': `${head('System', 'core')}type: erp\n`,
    'data.yaml': head('DataCatalog', 'data'),
    'order.yaml': `${head('Journey', 'order')}stages: [{id: buy, title: Buy, steps: [{id: pay, title: Pays, lane: customer, systems: [core], end: success}]}]\n`,
  });
}

describe('texts of strangers', () => {
  it('stay texts, and bring no entity with them', async () => {
    let read = 0;
    for (const text of [...hostileTexts, ...hiddenTexts]) {
      const workspace = saying(text);
      const journey = workspace.all('Journey')[0];
      if (journey === undefined || workspace.all('Team')[0] === undefined) continue;
      read += 1;
      const entities = await entitiesOf(await run(workspace));
      expect(entities.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([...(workspace.policy.spec === undefined ? [] : ['Domain shop']), 'System order', 'Component core', 'Resource data', 'Group desk']);
      const own = entities.find(({ kind }) => kind === 'System')!.metadata;
      expect([own.title, own.description, own.links]).toEqual([journey.value.title, journey.value.description, [{ url: 'https://example.org/a?b=c#d', title: journey.value.links![0]!.title }]]);
      expect(entities.at(-1)!.spec!['type']).toBe(workspace.all('Team')[0]!.value.function);
    }
    expect(read).toBeGreaterThan(150);
  });

  it('that lead nowhere from a portal are told as lost', async () => {
    const { losses } = await run(saying('x'));
    expect(losses.filter(({ sort, field }) => sort === 'case' && field === 'links').map(({ subject }) => subject)).toEqual(['data-catalog:data', 'journey:order', 'system:core', 'team:desk']);
  });
});

it('systems that the catalogue does not know, and flows that share a line, are told as lost with their places', async () => {
  const head = (kind: string, id: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\n`;
  const generation = await run(loadWorkspaceFrom({
    'core.yaml': `${head('System', 'core')}integrations: [{to: bank, elements: [a]}, {to: core}, {to: nowhere}, {to: post}, {to: bank, elements: [b]}]\n`,
    'bank.yaml': head('System', 'bank'),
    'post.yaml': `${head('System', 'post')}links: [{title: a, url: "https://example.org"}, {title: b, url: docs/b.md}]\n`,
    'order.yaml': `${head('Journey', 'order')}stages: [{id: buy, title: Buy, steps: [{id: pay, title: Pays, lane: customer, systems: [bank, ghost], dependsOn: [{system: post}, {system: shadow}], end: success}]}]\n`,
  }));
  expect(generation.losses.filter(({ sort }) => sort === 'case').map(({ subject, at }) => `${subject} ${at!.join('.')}`)).toEqual([
    'journey:order stages.0.steps.0.dependsOn.1.system', 'journey:order stages.0.steps.0.systems.1',
    'system:core integrations.0.to', 'system:core integrations.1.to', 'system:core integrations.2.to', 'system:core integrations.4.to', 'system:post links.1',
  ]);
  const entities = await entitiesOf(generation);
  expect(entities.map(({ metadata: { name, annotations } }) => [name, annotations!['waymark/used-in'], annotations!['waymark/needed-in']])).toEqual([['order', undefined, undefined], ['bank', 'order#pay', undefined], ['core', undefined, undefined], ['post', undefined, 'order#pay']]);
});

it('the catalogue of an example stands as it stood', async () => {
  await expect((await run(loadWorkspace(join(root, 'journeys/parcel')))).files[0]!.content).toMatchFileSnapshot('golden/backstage/catalog-info.yaml');
});
