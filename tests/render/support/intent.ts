/**
 * What a picture has to show, read from the specs by a walk of its own: it knows neither the chart nor the views, and reads ways from the
 * words of the file wherever they are written there.
 */
import { eventsAndAttributes } from '../../../src/analysis/kpi/inputs.js';
import { proveJourney } from '../../../src/analysis/proof/prove-journey.js';
import type { ProofPath, TargetProof } from '../../../src/analysis/proof/verdict.js';
import type { JourneyModel } from '../../../src/model/journey.js';
import type { Workspace } from '../../../src/model/workspace.js';
import type { Step } from '../../../src/schema/kinds/step.js';
import { isDotted, plainWays, type PlainWay } from './plain-ways.js';

export interface Intent {
  /** Titles of boxes, tasks or bars. */
  readonly things: readonly string[];
  /** `from -- to: words` by title, with `..` where the arrow is dotted; words only in views that are about steps. */
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
  flow: (workspace, journey) => ({ ...boxesAndWays(workspace, journey), groups: (journey.spec.value.stages ?? []).map(({ title, steps }) => `${title}: ${steps.map((step) => step.title).join(', ')}`) }),
  blueprint: (workspace, journey) => {
    const steps = stepsOf(journey);
    const lanes = ['customer', 'frontstage', 'backstage', 'support'].map((lane) => ({ lane, inside: steps.filter((step) => step.lane === lane) })).filter(({ inside }) => inside.length > 0);
    return { ...boxesAndWays(workspace, journey), groups: lanes.map(({ lane, inside }) => `${lane}: ${inside.map(({ title }) => title).join(', ')}`) };
  },
  change: (workspace, journey) => ({ ...boxesAndWays(workspace, journey, true), groups: (journey.spec.value.stages ?? []).map(({ title, steps }) => `${title}: ${steps.map((step) => step.title).join(', ')}`) }),
  handoffs: (workspace, journey) => {
    const links = passings(workspace, journey);
    return { ...none, things: [...new Set(links.flatMap(({ from, to }) => [from, to]))], links: links.map(({ from, to, dotted, words }) => `${from} ${dotted ? '..' : '--'} ${to}: ${words}`) };
  },
  sla: (workspace, { id }) => {
    const drawn = (proveJourney(workspace, id)?.promises ?? []).flatMap((promise) => promise.targets.filter(({ target, paths }) => target.seconds !== undefined && paths.length > 0).map((target) => ({ promise, target })));
    const whole = Math.max(0, ...drawn.map(({ target }) => Math.max(target.target.seconds!, slowest(target).seconds)));
    const unit = whole > 4 * 3600 ? 3600 : 60;
    return { ...none, groups: drawn.map(({ promise }) => promise.title), spans: drawn.flatMap(({ target }) => spansOf(target)).map((span) => span.map((seconds) => Math.round((seconds / unit) * 1000)).join('-')) };
  },
  lifecycle: (workspace, journey) => {
    const { stages = [] } = journey.spec.value;
    const codes = [...new Set(stepsOf(journey).flatMap(({ showsStatus }) => showsStatus ?? []))];
    const statuses = workspace.all('Glossary').flatMap(({ value }) => value.statuses ?? []);
    const words = codes.map((code) => statuses.find((each) => each.code === code)?.preferred ?? code);
    const told = (step: Step): readonly string[] => (codes.length > 0 ? (step.showsStatus ?? []).map((code) => words[codes.indexOf(code)]!) : [stages.find(({ steps }) => steps.includes(step))!.title]);
    return { ...none, things: codes.length > 0 ? words : stages.map(({ title }) => title), links: followings(journey, told) };
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

/** Every step, and every way with its words; of many ways past optional steps none is drawn, save in the picture of a change. */
function boxesAndWays(workspace: Workspace, journey: JourneyModel, hasAllSkips = false): Pick<Intent, 'things' | 'links'> {
  const steps = stepsOf(journey);
  const ends = steps.flatMap(({ title, end, endsAs }) => (end === undefined ? [] : [{ title, end: endsAs ?? endWords[end] }]));
  const ways = plainWays(journey.spec.value, (id) => elementTitle(workspace, id));
  const isDrawn = hasAllSkips || ways.filter(({ kind }) => kind === 'skip').length <= 12;
  const arrows = ways.filter(({ kind }) => isDrawn || kind !== 'skip').map((way) => `${way.from.title} ${isDotted(way) ? '..' : '--'} ${way.to.title}: ${inShort(way.words.join(', '))}`);
  return { things: ['Start', ...steps.map(({ title }) => title), ...ends.map(({ end }) => end)], links: [...beginnings(steps, ways).map(({ title, entry }) => `Start -- ${title}: ${inShort(entry ?? '')}`), ...arrows, ...ends.map(({ title, end }) => `${title} -- ${end}: `)] };
}

function elementTitle(workspace: Workspace, id: string): string {
  return workspace.registers.elements.get(id)?.value.title ?? id;
}

/** Longer words end in dots in a picture. */
function inShort(words: string): string {
  return [...words].length <= 80 ? words : `${[...words].slice(0, 79).join('')}…`;
}

/** The first step that runs by itself and those with a way in of their own; where one of them is optional, what follows it as well. */
function beginnings(steps: readonly Step[], ways: readonly PlainWay[]): readonly Step[] {
  const all = new Set(steps.filter((step) => step === steps.find(({ alongside }) => alongside === undefined) || step.entry !== undefined));
  for (const step of all) if (step.when !== undefined) for (const { from, to, kind } of ways) if (from === step && (kind === 'onward' || kind === 'skip')) all.add(to);
  return [...all];
}

interface Passing {
  readonly from: string;
  readonly to: string;
  readonly dotted: boolean;
  readonly words: string;
}

/** Ways on which another team takes over, once for each pair of steps, between the systems in which both sides work. */
function passings(workspace: Workspace, { spec: { value } }: JourneyModel): readonly Passing[] {
  const title = (kind: 'System' | 'Sla', id: string): string => workspace.find(kind, id)?.value.title ?? id;
  const team = (id: string): string => workspace.find('Team', id)?.value.title ?? id;
  const told = new Set<string>();
  const work = (step: Step, who: string): readonly Passing[] => (told.has(step.id) ? [] : (told.add(step.id), step.systems ?? []).map((id) => ({ from: team(who), to: title('System', id), dotted: false, words: step.title })));
  return plainWays(value, (id) => elementTitle(workspace, id)).flatMap((way): readonly Passing[] => {
    const [giving, taking] = [way.from, way.to].map((step) => teamsOf(value, step));
    const pair = `${way.from.id}>${way.to.id}`;
    if (way.kind === 'alongside' || giving![0] === undefined || taking![0] === undefined || giving!.some((each) => taking!.includes(each)) || told.has(pair)) return [];
    told.add(pair);
    const { hands, sla, reason } = { ...way.edge, ...value.handoffs?.find(({ from, to }) => from === way.from.id && to === way.to.id) };
    const names = (hands ?? []).map((id) => elementTitle(workspace, id));
    const handed = hands === undefined ? 'not said' : names.length === 0 ? 'nothing' : names.length > 3 ? `${names[0]}, ${names[1]} and ${names.length - 2} more` : names.join(', ');
    const within = workspace.find('Sla', sla ?? '')?.value.targets?.find((target) => [target.tier, target.persona, target.region].every((each) => each === undefined))?.within;
    const promise = sla === undefined || sla === 'none' ? `no promise${sla === 'none' && reason !== undefined ? `: ${reason}` : ''}` : `${title('Sla', sla)}${within === undefined ? '' : `, within ${within}`}`;
    const words = [`${way.from.title}, then: ${way.to.title}`, inShort(`hands over: ${handed}`), inShort(promise)].join(' ');
    return [...work(way.from, giving![0]), { from: team(giving![0]), to: team(taking![0]), dotted: isDotted(way), words }, ...work(way.to, taking![0])];
  });
}

/** Who acts, as written; else who owns the stage or the journey. A customer and a partner are no team. */
function teamsOf(journey: JourneyModel['spec']['value'], step: Step): readonly string[] {
  const stage = journey.stages!.find(({ steps }) => steps.includes(step))!;
  const actors = step.actor === undefined ? (step.lane === 'customer' ? [] : [stage.owner ?? journey.owner]) : [step.actor].flat();
  return [...new Set(actors.map((actor) => actor.split('#')[0]!))].filter((actor) => actor !== 'customer' && actor !== 'partner');
}

function parentsOf(workspace: Workspace, { spec, title }: JourneyModel): readonly string[] {
  const parent = spec.value.parent === undefined ? undefined : workspace.journey(spec.value.parent);
  return parent === undefined ? [] : [`${parent.title} -- ${title}`];
}

function slowest({ counterExample, paths }: TargetProof): ProofPath {
  return counterExample ?? paths[0]!;
}

/** The promise, its parts one after the other where their times add up, and what is too much, or left where that is proved. */
function spansOf(target: TargetProof): readonly (readonly [from: number, to: number])[] {
  const [promised, path] = [target.target.seconds!, slowest(target)];
  const ends: number[] = [];
  for (const { target: part } of path.parts) ends.push((ends.at(-1) ?? 0) + (part.calendar === target.target.calendar ? (part.seconds ?? NaN) : NaN));
  const parts = ends.at(-1) === path.seconds ? ends.map((end, index) => [ends[index - 1] ?? 0, end] as const) : [[0, path.seconds] as const];
  const isDrawn = target.verdict === 'proved' || path.seconds > promised;
  return [[0, promised], ...parts, isDrawn ? [Math.min(promised, path.seconds), Math.max(promised, path.seconds)] : [path.seconds, path.seconds]];
}

/**
 * Which word may follow which: found by walking from every step, one step at a time, on every way that leaves it. Where a branch beside the case
 * has come to its end, the case goes on from whatever the branch ran beside.
 */
function followings(journey: JourneyModel, told: (step: Step) => readonly string[]): readonly string[] {
  const steps = stepsOf(journey);
  const ways = plainWays(journey.spec.value, (id) => id);
  const isBeside = ({ kind }: PlainWay): boolean => kind === 'beside' || kind === 'alongside';
  const hasNoWayOn = (step: Step): boolean => !ways.some((way) => way.from === step && !isBeside(way));
  const isBranchEnd = (step: Step): boolean => step.end === 'side' || (step.end === undefined && step.alongside !== undefined && hasNoWayOn(step));
  const ranBeside = (step: Step, seen: Set<Step>): readonly Step[] => (seen.has(step) ? [] : (seen.add(step), ways.filter(({ to }) => to === step).flatMap((way) => (isBeside(way) ? [way.from] : ranBeside(way.from, seen)))));
  const places = (step: Step, all = new Set<Step>()): ReadonlySet<Step> => {
    if (all.has(step)) return all;
    all.add(step);
    if (isBranchEnd(step)) for (const host of ranBeside(step, new Set())) places(host, all);
    return all;
  };
  const after = (step: Step): readonly Step[] => [...places(step)].flatMap((place) => ways.filter(({ from }) => from === place).map(({ to }) => to));
  const isEnd = (step: Step): boolean => [...places(step)].some((place) => !isBranchEnd(place) && (place.end !== undefined || hasNoWayOn(place)));
  const found = new Set<string>();
  const walk = (word: string, next: readonly Step[], seen: Set<Step>): void => {
    for (const step of next) {
      if (seen.has(step)) continue;
      seen.add(step);
      const [first] = told(step);
      if (first !== undefined) found.add(`${word} -- ${first}`);
      else {
        if (isEnd(step)) found.add(`${word} -- end`);
        walk(word, after(step), seen);
      }
    }
  };
  walk('start', beginnings(steps, ways), new Set());
  for (const step of steps) {
    const words = told(step);
    words.slice(1).forEach((word, index) => found.add(`${words[index]} -- ${word}`));
    if (words.length === 0) continue;
    if (isEnd(step)) found.add(`${words.at(-1)} -- end`);
    walk(words.at(-1)!, after(step), new Set());
  }
  return [...found].filter((link) => link.split(' -- ')[0] !== link.split(' -- ')[1]);
}

/** Figures with the events that they read: promises by their clocks, KPIs by their formulas. */
function readings(workspace: Workspace, { spec }: JourneyModel): readonly { readonly title: string; readonly event: string }[] {
  const promises = (spec.value.slas ?? []).flatMap((id) => workspace.find('Sla', id) ?? []).map(({ value: { title, clock } }) => ({ title, events: [clock?.start, clock?.stop, ...(clock?.pause ?? []).flatMap(({ from, to }) => [from, to]), clock?.cancel, clock?.reset].flat() }));
  const kpis = [...(spec.value.kpis?.primary ?? []), ...(spec.value.kpis?.secondary ?? [])].flatMap((id) => workspace.find('Kpi', id) ?? []).map(({ value: { title, formula, anchor } }) => ({ title, events: [...(formula === undefined ? [] : eventsAndAttributes(formula).events), anchor] }));
  return [...promises, ...kpis].flatMap(({ title, events }) => [...new Set(events)].flatMap((event) => (event === undefined ? [] : [{ title, event }])));
}

function tellers(workspace: Workspace, journey: JourneyModel, event: string): readonly string[] {
  const systems = workspace.all('System').filter(({ value }) => (value.emits ?? []).some((told) => told.event === event)).map(({ value }) => value.title);
  if (systems.length > 0) return systems;
  const names = (id: string, base: string | undefined, { id: step, stage }: { readonly id: string; readonly stage: { readonly id: string } }): readonly string[] => [id, base].flatMap((each) => (each === undefined ? [] : [`${each}#${step}`, `${each}#${stage.id}.${step}`]));
  const steps = [journey, ...workspace.journeys].flatMap((each) => each.steps.filter((step) => [step.started, step.completed, ...names(each.id, each.base, step)].includes(event)));
  return steps.slice(0, 1).map(({ value }) => `Step: ${value.title}`);
}
