/**
 * What a picture has to show, read from the specs by a walk of its own: it knows neither the chart nor the views, and reads ways from the
 * words of the file wherever they are written there.
 */
import { eventsAndAttributes } from '../../../src/analysis/kpi/inputs.js';
import { proveJourney } from '../../../src/analysis/proof/prove-journey.js';
import type { ProofPath, TargetProof } from '../../../src/analysis/proof/verdict.js';
import type { JourneyModel, StepModel } from '../../../src/model/journey.js';
import type { Workspace } from '../../../src/model/workspace.js';
import type { Edge, Step } from '../../../src/schema/kinds/step.js';

export interface Intent {
  /** Titles of boxes, tasks or bars. */
  readonly things: readonly string[];
  /** `from -> to` by title, with `..` where the arrow is dotted. */
  readonly links: readonly string[];
  /** Titles of frames and sections with the titles of what is in them. */
  readonly groups: readonly string[];
  /** Beginning and end of each bar, in thousandths of the unit of its axis. */
  readonly spans?: readonly string[];
}

const none: Intent = { things: [], links: [], groups: [] };

/** For each view what it has to show of a journey; of a table nothing is drawn. */
export const intents: { readonly [view: string]: (workspace: Workspace, journey: JourneyModel) => Intent } = {
  experience: (_, { spec }) => {
    const stages = (spec.value.stages ?? []).map(({ title, steps }) => ({ title, felt: steps.filter(({ feels }) => feels?.score !== undefined) })).filter(({ felt }) => felt.length > 0);
    return { ...none, things: stages.flatMap(({ felt }) => felt.map(({ title }) => title)), groups: stages.map(({ title, felt }) => `${title}: ${felt.map((step) => step.title).join(', ')}`) };
  },
  flow: (_, journey) => ({ ...boxesAndWays(journey), groups: (journey.spec.value.stages ?? []).map(({ title, steps }) => `${title}: ${steps.map((step) => step.title).join(', ')}`) }),
  blueprint: (_, journey) => {
    const steps = stepsOf(journey);
    const lanes = ['customer', 'frontstage', 'backstage', 'support'].map((lane) => ({ lane, inside: steps.filter((step) => step.lane === lane) })).filter(({ inside }) => inside.length > 0);
    return { ...boxesAndWays(journey), groups: lanes.map(({ lane, inside }) => `${lane}: ${inside.map(({ title }) => title).join(', ')}`) };
  },
  change: (_, journey) => ({ ...boxesAndWays(journey), groups: (journey.spec.value.stages ?? []).map(({ title, steps }) => `${title}: ${steps.map((step) => step.title).join(', ')}`) }),
  handoffs: (workspace, { handoffs }) => {
    const title = (team: string): string => workspace.find('Team', team)?.value.title ?? team;
    return { ...none, things: [...new Set(handoffs.flatMap(({ fromTeam, toTeam }) => [title(fromTeam), title(toTeam)]))], links: handoffs.map(({ fromTeam, toTeam, transition }) => `${title(fromTeam)} ${['fail', 'side', 'interrupt'].includes(transition.kind) ? '..' : '--'} ${title(toTeam)}`) };
  },
  sla: (workspace, { id }) => {
    const drawn = (proveJourney(workspace, id)?.promises ?? []).flatMap((promise) => promise.targets.filter(({ target, paths }) => target.seconds !== undefined && paths.length > 0).map((target) => ({ promise, target })));
    const whole = Math.max(0, ...drawn.map(({ target }) => Math.max(target.target.seconds!, slowest(target).seconds)));
    const unit = whole > 4 * 3600 ? 3600 : 60;
    return { ...none, groups: drawn.map(({ promise }) => promise.title), spans: drawn.flatMap(({ target }) => spansOf(target)).map((span) => span.map((seconds) => Math.round((seconds / unit) * 1000)).join('-')) };
  },
  lifecycle: (workspace, journey) => {
    const steps = stepsOf(journey);
    const codes = [...new Set(steps.flatMap(({ showsStatus }) => showsStatus ?? []))];
    const words = codes.map((code) => workspace.registers.statuses.get(code)?.value.preferred ?? code);
    const told = (step: StepModel): readonly string[] => (codes.length > 0 ? (step.value.showsStatus ?? []).map((code) => words[codes.indexOf(code)]!) : [step.stage.value.title]);
    return { ...none, things: codes.length > 0 ? words : (journey.spec.value.stages ?? []).map(({ title }) => title), links: followings(journey, told) };
  },
  hierarchy: (workspace, journey) => ({ ...none, things: [journey.title], links: parentsOf(workspace, journey) }),
  lineage: (workspace, journey) => {
    const read = readings(workspace, journey);
    const told = [...new Set(read.map(({ event }) => event))].flatMap((event) => tellers(workspace, journey, event).map((teller) => ({ teller, event })));
    return { ...none, things: [...new Set(told.map(({ teller }) => teller)), ...new Set(read.map(({ event }) => event)), ...new Set(read.map(({ title }) => title))], links: [...told.map(({ teller, event }) => `${teller} -- ${event}`), ...read.map(({ event, title }) => `${event} -- ${title}`)] };
  },
  raci: () => none,
};

function stepsOf({ spec }: JourneyModel): readonly Step[] {
  return (spec.value.stages ?? []).flatMap(({ steps }) => steps);
}

const endWords = { success: 'Success', failure: 'Failure', abandon: 'Given up', side: 'End beside the case' };

function boxesAndWays(journey: JourneyModel): Pick<Intent, 'things' | 'links'> {
  const steps = stepsOf(journey);
  const ends = steps.flatMap(({ title, end, endsAs }) => (end === undefined ? [] : [{ title, end: endsAs ?? endWords[end] }]));
  return { things: ['Start', ...steps.map(({ title }) => title), ...ends.map(({ end }) => end)], links: [...writtenWays(journey, steps), ...derivedWays(journey), ...ends.map(({ title, end }) => `${title} -- ${end}`)] };
}

/** Ways as the file has them: `next` in each of its forms, `onFail`, `meanwhile` and `alongside`. */
function writtenWays(journey: JourneyModel, steps: readonly Step[]): readonly string[] {
  const title = (reference: string): string => journey.step(reference)!.value.title;
  return steps.flatMap((step) => [
    ...nextOf(step).map((to) => `${step.title} -- ${title(to)}`),
    ...(step.onFail === undefined ? [] : [`${step.title} .. ${title(step.onFail)}`]),
    ...(step.meanwhile ?? []).map(({ to }) => `${step.title} .. ${title(to)}`),
    ...[step.alongside ?? []].flat().map((host) => `${title(host)} .. ${step.title}`),
  ]);
}

function nextOf({ next }: Step): readonly string[] {
  if (next === undefined) return [];
  if (typeof next === 'string') return [next];
  const list: readonly (string | Edge)[] = Array.isArray(next) ? next : 'all' in next ? next.all : (next as { readonly some: readonly (string | Edge)[] }).some;
  return list.map((each) => (typeof each === 'string' ? each : each.to));
}

/** Ways that follow from the order of the steps stand nowhere in the file, so the model is asked; ways past optional steps may be folded when many. */
function derivedWays(journey: JourneyModel): readonly string[] {
  const { transitions } = journey;
  const entries = journey.steps.filter((step, index) => index === firstOwn(journey.steps) || step.value.entry !== undefined);
  const skips = transitions.filter(({ kind }) => kind === 'skip');
  const derived = transitions.filter(({ kind }) => kind === 'default' || kind === 'join' || (kind === 'skip' && skips.length <= 12));
  return [...entriesWithOptional(journey, entries).map(({ value }) => `Start -- ${value.title}`), ...derived.map(({ source, target }) => `${source.value.title} -- ${target.value.title}`)];
}

function firstOwn(steps: readonly StepModel[]): number {
  return steps.findIndex(({ value }) => value.alongside === undefined);
}

/** Where the first step is optional, a case may begin with the one after it. */
function entriesWithOptional(journey: JourneyModel, entries: readonly StepModel[]): readonly StepModel[] {
  const all = new Set(entries);
  for (const step of all) {
    if (step.value.when === undefined) continue;
    for (const { kind, target } of journey.from(step.id)) if (['next', 'default', 'join', 'skip'].includes(kind)) all.add(target);
  }
  return [...all];
}

function parentsOf(workspace: Workspace, { spec, title }: JourneyModel): readonly string[] {
  const parent = spec.value.parent === undefined ? undefined : workspace.journey(spec.value.parent);
  return parent === undefined ? [] : [`${parent.title} -- ${title}`];
}

function slowest({ counterExample, paths }: TargetProof): ProofPath {
  return counterExample ?? paths[0]!;
}

/** The promise, its parts one after the other where their times add up, and what is left or too much. */
function spansOf(target: TargetProof): readonly (readonly [from: number, to: number])[] {
  const [promised, path] = [target.target.seconds!, slowest(target)];
  const ends: number[] = [];
  for (const { target: part } of path.parts) ends.push((ends.at(-1) ?? 0) + (part.calendar === target.target.calendar ? (part.seconds ?? NaN) : NaN));
  const parts = ends.at(-1) === path.seconds ? ends.map((end, index) => [ends[index - 1] ?? 0, end] as const) : [[0, path.seconds] as const];
  return [[0, promised], ...parts, [Math.min(promised, path.seconds), Math.max(promised, path.seconds)]];
}

/** Which word may follow which: found by walking from every step, one step at a time. */
function followings(journey: JourneyModel, told: (step: StepModel) => readonly string[]): readonly string[] {
  const found = new Set<string>();
  const isEnd = ({ id, value }: StepModel): boolean => (value.end === undefined ? nextOfStep(journey, id).length === 0 : value.end !== 'side');
  const walk = (word: string, steps: readonly StepModel[], seen: Set<string>): void => {
    for (const step of steps) {
      if (seen.has(step.id)) continue;
      seen.add(step.id);
      const [next] = told(step);
      if (next !== undefined) found.add(`${word} -- ${next}`);
      else if (isEnd(step)) found.add(`${word} -- end`);
      else walk(word, nextOfStep(journey, step.id), seen);
    }
  };
  walk('start', entriesWithOptional(journey, journey.steps.filter((step, index) => index === firstOwn(journey.steps) || step.value.entry !== undefined)), new Set());
  for (const step of journey.steps) {
    const words = told(step);
    words.slice(1).forEach((word, index) => found.add(`${words[index]} -- ${word}`));
    if (words.length === 0) continue;
    if (isEnd(step)) found.add(`${words.at(-1)} -- end`);
    walk(words.at(-1)!, nextOfStep(journey, step.id), new Set());
  }
  return [...found].filter((link) => link.split(' -- ')[0] !== link.split(' -- ')[1]);
}

function nextOfStep(journey: JourneyModel, id: string): readonly StepModel[] {
  return journey.from(id).filter(({ kind }) => kind !== 'side' && kind !== 'alongside').map(({ target }) => target);
}

/** Figures with the events that they read: promises by their clocks, KPIs by their formulas. */
function readings(workspace: Workspace, { spec }: JourneyModel): readonly { readonly title: string; readonly event: string }[] {
  const promises = (spec.value.slas ?? []).flatMap((id) => workspace.find('Sla', id) ?? []).map(({ value: { title, clock } }) => ({ title, events: [clock?.start, clock?.stop, ...(clock?.pause ?? []).flatMap(({ from, to }) => [from, to])].flat() }));
  const kpis = [...(spec.value.kpis?.primary ?? []), ...(spec.value.kpis?.secondary ?? [])].flatMap((id) => workspace.find('Kpi', id) ?? []).map(({ value: { title, formula, anchor } }) => ({ title, events: [...(formula === undefined ? [] : eventsAndAttributes(formula).events), anchor] }));
  return [...promises, ...kpis].flatMap(({ title, events }) => [...new Set(events)].flatMap((event) => (event === undefined ? [] : [{ title, event }])));
}

function tellers(workspace: Workspace, journey: JourneyModel, event: string): readonly string[] {
  const systems = workspace.all('System').filter(({ value }) => (value.emits ?? []).some((told) => told.event === event)).map(({ value }) => value.title);
  if (systems.length > 0) return systems;
  const steps = [...journey.steps, ...workspace.journeys.flatMap((other) => other.steps)].filter(({ started, completed }) => started === event || completed === event);
  return steps.slice(0, 1).map(({ value }) => `Step: ${value.title}`);
}
