import { fieldOf, type JsonValue, type Path } from '../../base/json.js';
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

The steps of a journey stand in its annotation \`waymark/steps\`. Those that run on a system stand in the annotation \`waymark/used-in\` of that system, those that say what
becomes of them without it in \`waymark/needed-in\`, as \`journey#step\`. A draft has the lifecycle \`experimental\`, an active document \`production\`, one that is deprecated
\`deprecated\`. The version of a document stands in the annotation \`waymark/version\`. Register the file once:

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
    'Policy.owner', 'Workspace.policy',
    ...['Journey', 'System', 'DataCatalog'].flatMap((kind) => owned.map((field) => `${kind}.${field}`)),
    'Journey.stages.steps.id', 'Journey.stages.steps.systems', 'Journey.stages.steps.dependsOn.system',
    'System.type', 'System.integrations.to',
    ...[...named, 'function', 'parent', 'links.title', 'links.url'].map((field) => `Team.${field}`),
  ],
  generate(input) {
    const [journeys, systems, catalogs] = [input.all('Journey'), input.all('System'), input.all('DataCatalog')];
    const teams = input.options.groups ? input.all('Team') : [];
    const domain = domainOf(input);
    const entities = [...domain.entities, ...journeys.map((spec) => journeyEntity(spec, domain.name)), ...systems.map((spec) => systemEntity(input, spec)), ...catalogs.map(catalogEntity), ...teams.map(teamEntity)];
    const sources = [...domain.sources, ...journeys, ...systems, ...catalogs, ...teams];
    const losses = [...domain.losses, ...sources.filter(({ kind }) => kind !== 'Policy').flatMap(linksLost), ...systems.flatMap((spec) => flowsLost(spec, systems)), ...journeys.flatMap((spec) => usesLost(spec, systems))];
    return { files: [{ path: 'catalog-info.yaml', sources, content: yamlDocuments(input.provenance(sources).lines, entities) }], losses };
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
  const steps = (spec.value.stages ?? []).flatMap((stage) => stage.steps.map(({ id }) => id)).join(', ');
  return entityOf('System', spec, { owner: groupOf(spec.owner), domain, type: 'journey' }, { 'waymark/steps': steps });
}

const lifecycles: Readonly<Record<Status, string>> = { draft: 'experimental', active: 'production', deprecated: 'deprecated', retired: 'deprecated' };

function systemEntity({ all }: GeneratorInput<Options>, spec: Spec<'System'>): object {
  const { type = 'other', integrations = [] } = spec.value;
  const written = new Set(all('System').map(({ id }) => id));
  const next = unique(integrations.flatMap(({ to }) => (to !== undefined && written.has(to) && to !== spec.id ? [`component:default/${to}`] : [])));
  const uses = all('Journey').flatMap(usesIn).filter(({ system }) => system === spec.id);
  const journeys = unique(uses.map(({ journey }) => `system:default/${journey}`));
  const steps = (field: Use['field']): string => unique(uses.filter((use) => use.field === field).map(({ journey, step }) => `${journey}#${step}`)).join(', ');
  const annotations = { 'waymark/used-in': steps('systems'), 'waymark/needed-in': steps('dependsOn.system') };
  return entityOf('Component', spec, { type, lifecycle: lifecycles[spec.status], owner: groupOf(spec.owner), ...list('dependsOn', next), ...list('dependencyOf', journeys) }, annotations);
}

/** A step that names a system, and where it does. */
interface Use {
  readonly journey: string;
  readonly step: string;
  readonly system: string;
  readonly field: 'systems' | 'dependsOn.system';
  readonly at: Path;
}

function usesIn({ id: journey, value: { stages = [] } }: Spec<'Journey'>): readonly Use[] {
  return stages.flatMap(({ steps }, stage) => steps.flatMap(({ id: step, systems = [], dependsOn = [] }, index): readonly Use[] => {
    const at = ['stages', stage, 'steps', index];
    return [
      ...systems.map((system, number): Use => ({ journey, step, system, field: 'systems', at: [...at, 'systems', number] })),
      ...dependsOn.map(({ system }, number): Use => ({ journey, step, system, field: 'dependsOn.system', at: [...at, 'dependsOn', number, 'system'] })),
    ];
  }));
}

/** A step can name what the portal does not know. */
function usesLost(spec: Spec<'Journey'>, systems: readonly Spec<'System'>[]): readonly LossHere[] {
  const written = new Set(systems.map(({ id }) => id));
  return usesIn(spec).filter(({ system }) => !written.has(system)).map(({ system, field, at }) => ({ subject: spec.coordinate, field: `stages.steps.${field}`, at, reason: `\`${system}\` is no system of the catalogue: declare it as a System that is not retired.` }));
}

/** One line leads from a system to another, however often it passes data there. */
function flowsLost(spec: Spec<'System'>, systems: readonly Spec<'System'>[]): readonly LossHere[] {
  const { integrations = [] } = spec.value;
  const reasonAgainst = (to: string): string | undefined => {
    if (to === spec.id) return 'A system does not hang on itself in a catalogue.';
    if (systems.every(({ id }) => id !== to)) return `\`${to}\` is no system of the catalogue: declare it as a System that is not retired.`;
    return integrations.filter((each) => each.to === to).length > 1 ? 'It is one of several integrations with the same system, and the catalogue has one line for all of them.' : undefined;
  };
  return integrations.flatMap(({ to }, index): readonly LossHere[] => {
    const reason = to === undefined ? undefined : reasonAgainst(to);
    return reason === undefined ? [] : [{ subject: spec.coordinate, field: 'integrations.to', at: ['integrations', index, 'to'], reason }];
  });
}

function catalogEntity(spec: Spec<'DataCatalog'>): object {
  return entityOf('Resource', spec, { type: 'data-catalog', owner: groupOf(spec.owner) });
}

function teamEntity(spec: Spec<'Team'>): object {
  const { title, parent, function: type = 'team' } = spec.value;
  return entityOf('Group', spec, { type, profile: { displayName: title }, ...(parent === undefined ? {} : { parent: groupOf(parent) }), children: [] });
}

function entityOf(kind: string, spec: Spec, own: object, more: { readonly [annotation: string]: string } = {}): object {
  const { id, status } = spec;
  const value = spec.value as unknown as JsonValue;
  const links = linksOf(spec);
  const version = fieldOf(value, 'version');
  const metadata = {
    name: id,
    title: fieldOf(value, 'title'),
    description: fieldOf(value, 'description'),
    annotations: { 'waymark/document': spec.coordinate, ...(version === undefined ? {} : { 'waymark/version': version, 'waymark/status': status }), ...Object.fromEntries(Object.entries(more).filter(([, text]) => text !== '')) },
    ...(links.length === 0 ? {} : { links }),
  };
  return { apiVersion: 'backstage.io/v1alpha1', kind, metadata, spec: own };
}

function linksOf({ value }: Spec): readonly { readonly url: string; readonly title: string }[] {
  return (value.links ?? []).filter(({ url }) => isAddress(url)).map(({ title, url }) => ({ url, title }));
}

/** A path in the repository leads nowhere in a portal. */
function linksLost({ coordinate, value }: Spec): readonly LossHere[] {
  return (value.links ?? []).flatMap(({ url }, index): readonly LossHere[] => (isAddress(url) ? [] : [{ subject: coordinate, field: 'links', at: ['links', index], reason: 'A link that is a path leads nowhere from a portal: write its whole address.' }]));
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
