import { systemsOf } from '../../analysis/system-use.js';
import { fieldOf, type JsonValue } from '../../base/json.js';
import type { Spec } from '../../model/spec.js';
import type { Status } from '../../schema/kinds/header.js';
import { defineGenerator, type GeneratorInput, type LossHere } from '../target.js';
import { yamlDocuments } from '../text/yaml.js';

interface Options {
  readonly [name: string]: boolean;
  readonly groups: boolean;
}

const named = ['title', 'description'];
const owned = [...named, 'owner', 'links.title', 'links.url'];

/** Journeys, systems and teams for a developer portal. */
export const backstage = defineGenerator<Options>({
  id: 'backstage',
  summary: 'entities for the catalogue of Backstage: journeys, the systems that they run on, and the teams',
  description: `\`catalog-info.yaml\` has

| entity | from |
|---|---|
| Domain | the workspace; owned by whoever answers for the Policy |
| System | each journey, in that domain |
| Component | each system, with the systems that it passes data to, and the journeys that stop or suffer without it |
| Resource | each data catalogue |
| Group | each team, with the team that it belongs to |

A draft has the lifecycle \`experimental\`, an active document \`production\`, one that is deprecated \`deprecated\`. The version of a document stands in the annotation
\`waymark/version\`. Register the file once:

\`\`\`yaml
catalog:
  locations:
    - {type: url, target: "https://github.com/example/journeys/blob/main/catalog/catalog-info.yaml", rules: [{allow: [Domain, System, Component, Resource, Group]}]}
\`\`\`

Where the portal has its teams from elsewhere set \`groups: false\`: owners are then named as \`group:default/<team>\` and have to be known there by these ids. People are
not written: who works here is the business of the directory that people log in with.

The tests read the file with the validators of \`@backstage/catalog-model\`. No running Backstage was asked.`,
  limits: 'A catalogue lists what there is and who owns it.',
  withDrafts: true,
  options: { groups: { description: 'False to leave teams out, where the portal has them from elsewhere by the same names.', default: true } },
  carries: [
    ...[...named, 'links.title', 'links.url'].map((field) => `Workspace.${field}`),
    'Policy.owner',
    ...['Journey', 'System', 'DataCatalog'].flatMap((kind) => owned.map((field) => `${kind}.${field}`)),
    'Journey.stages.steps.systems', 'Journey.stages.steps.dependsOn.system',
    'System.type', 'System.integrations.to',
    ...[...named, 'function', 'parent', 'links.title', 'links.url'].map((field) => `Team.${field}`),
  ],
  generate(input) {
    const [journeys, systems, catalogs] = [input.all('Journey'), input.all('System'), input.all('DataCatalog')];
    const teams = input.options.groups ? input.all('Team') : [];
    const domain = domainOf(input);
    const entities = [...domain.entities, ...journeys.map((spec) => journeyEntity(spec, domain.name)), ...systems.map((spec) => systemEntity(input, spec)), ...catalogs.map(catalogEntity), ...teams.map(teamEntity)];
    const sources = [...domain.sources, ...journeys, ...systems, ...catalogs, ...teams];
    return { files: [{ path: 'catalog-info.yaml', sources, content: yamlDocuments(input.provenance(sources).lines, entities) }], losses: [...domain.losses, ...sources.filter(({ kind }) => kind !== 'Policy').flatMap(linksLost)] };
  },
});

interface DomainEntity {
  readonly name: string | undefined;
  readonly entities: readonly object[];
  readonly sources: readonly Spec[];
  readonly losses: readonly LossHere[];
}

/** A domain needs an owner: without a Policy nobody answers for the workspace as a whole. */
function domainOf({ workspace }: GeneratorInput<Options>): DomainEntity {
  const { root, policy } = workspace;
  if (root === undefined) return { name: undefined, entities: [], sources: [], losses: [] };
  if (policy.spec === undefined) return { name: undefined, entities: [], sources: [], losses: [{ subject: root.coordinate, field: '', reason: 'A domain needs an owner, and there is no Policy whose owner answers for the workspace.' }] };
  const entity = entityOf('Domain', root, { owner: groupOf(policy.spec.owner) });
  return { name: root.id, entities: [entity], sources: [root, policy.spec], losses: [] };
}

function journeyEntity(spec: Spec<'Journey'>, domain: string | undefined): object {
  return entityOf('System', spec, { owner: groupOf(spec.owner), domain, type: 'journey' });
}

const lifecycles: Readonly<Record<Status, string>> = { draft: 'experimental', active: 'production', deprecated: 'deprecated', retired: 'deprecated' };

function systemEntity({ workspace, all }: GeneratorInput<Options>, spec: Spec<'System'>): object {
  const { type = 'other', integrations = [] } = spec.value;
  const written = new Set(all('System').map(({ id }) => id));
  const next = unique(integrations.flatMap(({ to }) => (to !== undefined && written.has(to) && to !== spec.id ? [`component:default/${to}`] : [])));
  const journeys = all('Journey').filter(({ id }) => workspace.journey(id)?.steps.some((step) => systemsOf(step).includes(spec.id)) === true).map(({ id }) => `system:default/${id}`);
  return entityOf('Component', spec, { type, lifecycle: lifecycles[spec.status], owner: groupOf(spec.owner), ...list('dependsOn', next), ...list('dependencyOf', journeys) });
}

function catalogEntity(spec: Spec<'DataCatalog'>): object {
  return entityOf('Resource', spec, { type: 'data-catalog', owner: groupOf(spec.owner) });
}

function teamEntity(spec: Spec<'Team'>): object {
  const { title, parent, function: type = 'team' } = spec.value;
  return entityOf('Group', spec, { type, profile: { displayName: title }, ...(parent === undefined ? {} : { parent: groupOf(parent) }), children: [] });
}

function entityOf(kind: string, spec: Spec, own: object): object {
  const { id, status } = spec;
  const value = spec.value as unknown as JsonValue;
  const links = linksOf(spec);
  const version = fieldOf(value, 'version');
  const metadata = {
    name: id,
    title: fieldOf(value, 'title'),
    description: fieldOf(value, 'description'),
    annotations: { 'waymark/document': spec.coordinate, ...(version === undefined ? {} : { 'waymark/version': version, 'waymark/status': status }) },
    ...(links.length === 0 ? {} : { links }),
  };
  return { apiVersion: 'backstage.io/v1alpha1', kind, metadata, spec: own };
}

function linksOf({ value }: Spec): readonly { readonly url: string; readonly title: string }[] {
  return (value.links ?? []).filter(({ url }) => isAddress(url)).map(({ title, url }) => ({ url, title }));
}

/** A path in the repository leads nowhere in a portal. */
function linksLost(spec: Spec): readonly LossHere[] {
  const isLost = (spec.value.links ?? []).some(({ url }) => !isAddress(url));
  return isLost ? [{ subject: spec.coordinate, field: 'links', reason: 'A link that is a path leads nowhere from a portal: write its whole address.' }] : [];
}

function isAddress(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/.test(url) && URL.canParse(url);
}

function groupOf(team: string): string {
  return `group:default/${team}`;
}

function list(name: string, entries: readonly string[]): object {
  return entries.length === 0 ? {} : { [name]: entries };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}
