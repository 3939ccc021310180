import { brokenReferences, type BrokenReference } from '../../../analysis/broken-references.js';
import { renamedInside } from '../../../analysis/former-names.js';
import { idsInsteadOfTitle } from '../../../analysis/known-names.js';
import { readReference } from '../../../analysis/written-reference.js';
import { groupBy } from '../../../base/groups.js';
import { Proposals } from '../../../base/proposals.js';
import { remembering } from '../../../base/remembering.js';
import { proposedBy } from '../../../base/words.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Reference } from '../../../model/references.js';
import type { Workspace } from '../../../model/workspace.js';
import { describePlace } from '../../../schema/names.js';
import { draftJourney, exampleRecord } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** A reference to a step, a stage or another place inside a journey that leads nowhere. */
export const innerPlaceExists: Rule = {
  id: 'reference/inner-place-exists',
  code: 'REF-002',
  summary: 'Every reference into a journey leads to a step, a stage or an entry that is there.',
  rationale: 'When a step is renamed and one mention of it stays behind, a case takes a way that nobody drew, or a promise watches a step that no longer exists.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M6.5'],
  silencedBy: [{ code: 'VAR-009', within: 'spec' }],
  examples: {
    valid: [
      { title: 'A step and a stage by their ids', files: { 'journey.yaml': journey('call, title: Customer calls, lane: customer, channel: phone, next: report.block') } },
      {
        title: 'An idea of the journey answers a pain of a step',
        files: { 'journey.yaml': `${journey('call, title: Customer calls, lane: customer, channel: phone, pains: [{id: long-queue, text: A long queue}]')}ideas: [{text: A call back, answers: [long-queue]}]\n` },
      },
      {
        title: 'A Record about an earlier version keeps its words',
        files: {
          'journey.yaml': journey('call, title: Customer calls, lane: customer, channel: phone'),
          'record.yaml': record('lost-card@0.0.9', 'lost-card#identify'),
        },
      },
    ],
    invalid: [
      {
        title: 'The next step is misspelt',
        files: { 'journey.yaml': journey('call, title: Customer calls, lane: customer, channel: phone, next: blok') },
        at: 'blok',
        message: 'Journey `lost-card` has no step `blok`, which `next` of step `call` names.',
      },
      {
        title: 'The step stands in another stage',
        files: { 'journey.yaml': journey('call, title: Customer calls, lane: customer, channel: phone, next: solve.block') },
        at: 'solve.block',
        message: 'Step `block` stands in stage `report` of journey `lost-card`, not in `solve` as `next` of step `call` says.',
      },
      {
        title: 'A Record speaks of a step that has another id',
        files: { 'journey.yaml': journey('call, title: Customer calls, lane: customer, channel: phone'), 'record.yaml': record('lost-card@0.1.0', 'lost-card#calls') },
        at: 'lost-card#calls',
        message: 'Journey `lost-card` has no step `calls`, which `steps` of record `validation-1` names.',
      },
      {
        title: 'A Record names a step without its journey',
        files: { 'journey.yaml': journey('call, title: Customer calls, lane: customer, channel: phone'), 'record.yaml': record('lost-card@0.1.0', 'block') },
        at: 'block',
        message: '`steps` of record `validation-1` names the step `block` and not its journey.',
      },
      {
        title: 'A planned step takes the place of one that never was',
        files: {
          'journey.yaml': journey('call, title: Customer calls, lane: customer, channel: phone'),
          'plan.yaml': journey('tap, title: Customer taps, lane: customer, channel: app, replaces: [ring]').replace('id: lost-card', 'id: lost-card-app\nperspective: to-be\ncomparesTo: {spec: lost-card@0.1.0}'),
        },
        at: 'ring',
        message: 'Journey `lost-card` has no step `ring`, which `replaces` of step `tap` names.',
      },
      {
        title: 'An idea answers a pain that nobody told',
        files: { 'journey.yaml': journey('call, title: Customer calls, lane: customer, channel: phone, pains: [{id: long-queue, text: A long queue}], ideas: [{text: A call back, answers: [long-qeue]}]') },
        at: 'long-qeue',
        message: 'No pain of journey `lost-card` has the id `long-qeue`, which `answers` of step `call` names.',
      },
    ],
  },
  *check({ workspace }) {
    const search = newSearch();
    for (const broken of brokenReferences(workspace, 'inside')) yield withOthers(finding(workspace, search, broken), broken);
    for (const planned of workspace.journeys) yield* brokenReplacements(workspace, search, planned);
  },
};

function journey(step: string): string {
  return draftJourney('lost-card', 'report', `      - {id: ${step}}
      - {id: block, title: We block the card, lane: backstage, end: success}
`);
}

function record(subject: string, step: string): string {
  return exampleRecord('validation', '2026-05-04', subject, `steps: [${step}]
`);
}

/** What is looked up for many findings: the places of a journey are listed once, and names are compared for a while. */
interface Search {
  readonly proposals: Proposals;
  readonly placesOf: (target: JourneyModel) => (noun: string) => KnownPlaces;
}

interface KnownPlaces {
  readonly ids: readonly string[];
  /** By the title in small letters. */
  readonly byTitle: ReadonlyMap<string, readonly NamedPlace[]>;
}

function newSearch(): Search {
  const placesIn = (target: JourneyModel, noun: string): KnownPlaces => {
    const places = namedPlaces(target, noun);
    return { ids: places.map(({ id }) => id), byTitle: groupBy(places.filter(({ title }) => title !== undefined), ({ title }) => title!.toLowerCase()) };
  };
  return { proposals: new Proposals(), placesOf: remembering((target: JourneyModel) => remembering((noun: string) => placesIn(target, noun))) };
}

function withOthers(found: Finding, { others }: BrokenReference): Finding {
  if (others.length === 0) return found;
  return { ...found, related: others.slice(0, 20).map(({ from, path }) => ({ message: 'It is named here too.', at: { spec: from, path } })) };
}

function finding(workspace: Workspace, search: Search, { reference }: BrokenReference): Finding {
  const { from, path, field, text, expected } = reference;
  const { id, inner } = readReference(text);
  const [at, where] = [{ spec: from, path }, `\`${field}\` of ${describePlace(from.kind, from.value, path.slice(0, -1))}`];
  if (expected.includes('Scenario')) return noScenario(search, reference, where, at);
  if (expected.includes('Pain')) return { at, cause: `${from.id} pain ${text}`, message: `No pain of journey \`${from.id}\` has the id \`${text}\`, which ${where} names.`, hint: search.proposals.didYouMean(from.document.source.uri, text, () => reference.known()) || 'A pain is named by its `id`: write one at the pain that is meant, and the same here.' };
  const target = workspace.journey(inner === undefined ? from.id : id);
  if (target === undefined || (inner === undefined && from.kind !== 'Journey')) return withoutJourney(workspace, text, where, at);
  const name = inner ?? innerName(expected, text);
  const found = absent(search, target, { inner: name, prefix: inner === undefined ? '' : `${text.slice(0, text.indexOf('#'))}#`, where, at });
  return { ...found, cause: causeOf(workspace, target, name), meant: meantBy(found.hint, `${target.id}#`) };
}

function meantBy(hint: string, prefix: string): readonly string[] {
  const name = proposedBy(hint);
  return name === undefined ? [] : [prefix + name];
}

/** What a variant lacks because its base does is missing there. */
function causeOf(workspace: Workspace, target: JourneyModel, name: string): string {
  const base = workspace.journey(target.spec.value.extends?.split('@')[0] ?? '');
  const isOwn = base === undefined || (name.startsWith('stages/') ? base.stage(name.slice('stages/'.length)) : base.step(name)) !== undefined;
  return `${isOwn ? target.id : base.id}#${name}`;
}

function noScenario({ proposals }: Search, reference: Reference, where: string, at: Finding['at']): Finding {
  const { from, text } = reference;
  const hint = proposals.didYouMean(from.document.source.uri, text, () => reference.known());
  return { at, cause: `scenario ${text}`, meant: meantBy(hint, 'scenario '), message: `No journey has a scenario \`${text}\`, which ${where} names.`, hint: hint || 'Name a scenario that stands under `resilience` of a journey.' };
}

/** A stage and an entry of another list are told by their list, a step by its id alone. */
function innerName(expected: readonly string[], text: string): string {
  if (expected.includes('Stage')) return `stages/${text}`;
  return expected.includes('Disclosure') ? `disclosures/${text}` : text;
}

function withoutJourney(workspace: Workspace, text: string, where: string, at: Finding['at']): Finding {
  const owner = workspace.journeys.find((each) => each.step(text) !== undefined);
  return { at, message: `${where} names the step \`${text}\` and not its journey.`, hint: `Write the journey before it, for example \`${owner?.id ?? 'lost-card'}#${text}\`.` };
}

interface Absent {
  /** The place as it is told from outside: `step`, `stage.step`, `stages/x`. */
  readonly inner: string;
  /** What stands before it in the reference. */
  readonly prefix: string;
  readonly where: string;
  readonly at: Finding['at'];
}

function absent({ proposals, placesOf }: Search, target: JourneyModel, { inner, prefix, where, at }: Absent): Finding {
  const [noun, name] = [nounOfInner(inner), inner.slice(inner.indexOf('/') + 1)];
  const misplaced = noun === 'step' ? target.step(name.slice(name.indexOf('.') + 1)) : undefined;
  if (misplaced !== undefined) return { at, message: `Step \`${misplaced.id}\` stands in stage \`${misplaced.stage.id}\` of journey \`${target.id}\`, not in \`${name.split('.')[0]}\` as ${where} says.`, hint: `Write \`${prefix}${misplaced.id}\`: the stage is not needed.` };
  const renamed = renamedInside(target, inner);
  const message = `Journey \`${target.id}\` has no ${noun} \`${name}\`, which ${where} names.`;
  if (renamed !== undefined) return { at, message, hint: `It is called \`${renamed.id}\` now: write that.` };
  const places = placesOf(target)(noun);
  const titled = places.byTitle.get(name.toLowerCase()) ?? [];
  if (titled.length > 0) return { at, message, hint: idsInsteadOfTitle(titled.map(({ id }) => `${prefix}${id}`), noun) };
  return { at, message, hint: proposals.didYouMean(at.spec.document.source.uri, name, () => places.ids) || `Add a ${noun} \`${name}\` to the journey, or name one that it has.` };
}

function nounOfInner(inner: string): string {
  const list = inner.includes('/') ? inner.slice(0, inner.indexOf('/')) : 'steps';
  return list.replace(/s$/, '');
}

interface NamedPlace {
  readonly id: string;
  readonly title?: string | undefined;
}

function namedPlaces(target: JourneyModel, noun: string): readonly NamedPlace[] {
  const titled = ({ id, value }: { readonly id: string; readonly value: { readonly title: string } }): NamedPlace => ({ id, title: value.title });
  const lists: { readonly [noun: string]: readonly NamedPlace[] | undefined } = { step: target.steps.map(titled), stage: target.stages.map(titled), handoff: target.handoffs, disclosure: target.spec.value.disclosures, escalation: target.spec.value.escalations, rule: target.spec.value.rules, measure: target.spec.value.measures };
  return Object.hasOwn(lists, noun) ? (lists[noun] ?? []) : [];
}

/** What a planned journey says it replaces is there, as long as the present journey is the one it was compared with. */
function* brokenReplacements(workspace: Workspace, search: Search, planned: JourneyModel): Iterable<Finding> {
  const { comparesTo } = planned.spec.value;
  const { id, version } = readReference(comparesTo !== undefined && 'spec' in comparesTo ? comparesTo.spec : '');
  const present = workspace.journey(id);
  if (present === undefined || (version !== undefined && version !== present.spec.value.version)) return;
  for (const place of [...planned.stages, ...planned.steps]) {
    const isStage = 'responsible' in place;
    for (const [index, name] of (place.value.replaces ?? []).entries()) {
      if (isStage ? present.stage(name) !== undefined : present.step(name) !== undefined) continue;
      const path = [...place.path, 'replaces', index];
      yield absent(search, present, { inner: isStage ? `stages/${name}` : name, prefix: '', where: `\`replaces\` of ${isStage ? 'stage' : 'step'} \`${place.id}\``, at: { spec: planned.spec, path } });
    }
  }
}
