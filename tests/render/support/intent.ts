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
import { partRows, promiseRows } from './plain-promises.js';
import { condition, isDotted, plainWays, type PlainWay } from './plain-ways.js';

export interface Intent {
  /** Titles of boxes, tasks or bars; of boxes `shape | title | second line`. */
  readonly things: readonly string[];
  /** `from -- to: words` by title, with `..` where the arrow is dotted; words only in views that are about steps. */
  readonly links: readonly string[];
  /** Titles of frames and sections with the titles of what is in them. */
  readonly groups: readonly string[];
  /** Beginning and end of each bar, in thousandths of the unit of its axis. */
  readonly spans?: readonly string[];
  /** `section | task | score | who is there` */
  readonly tasks?: readonly string[];
  /** Every table with its lines, `cell | cell`. */
  readonly tables: readonly (readonly string[])[];
  /** What belongs to the journey and is not drawn: coordinates or words. */
  readonly folded: readonly string[];
}

const none: Intent = { things: [], links: [], groups: [], tables: [], folded: [] };

/** For each view what it has to show of a journey; of a table nothing is drawn. */
export const intents: { readonly [view: string]: (workspace: Workspace, journey: JourneyModel) => Intent } = {
  experience: (workspace, { spec: { value, coordinate } }) => {
    const { stages = [] } = value;
    const scoreOf = ({ feels }: Step): number | undefined => [feels?.score ?? []].flat().at(-1);
    const title = ({ title: own, feels }: Step): string => (feels?.persona === undefined ? own : `${own} (${workspace.find('Persona', feels.persona)?.value.title ?? feels.persona})`);
    const felt = stages.flatMap((stage) => stage.steps.flatMap((step) => ({ stage, step, score: scoreOf(step) })));
    return {
      ...none,
      tasks: felt.flatMap(({ stage, step, score }) => (score === undefined ? [] : [`${stage.title} | ${title(step)} | ${faceFor(score)} | ${[...new Set(actorsIn(value, step).map((actor) => nameOfActor(workspace, actor)))].join(' + ')}`])),
      tables: [felt.map(({ stage, step }) => [stage.title, step.title, feelingOf(step), [step.feels?.score ?? []].flat().join(' to '), step.feels?.persona === undefined ? '' : (workspace.find('Persona', step.feels.persona)?.value.title ?? step.feels.persona), namesActing(workspace, value, step)].join(' | '))],
      folded: felt.filter(({ score }) => score === undefined).map(({ step }) => `${coordinate}#${step.id}`),
    };
  },
  flow: (workspace, journey) => ({ ...boxesAndWays(workspace, journey), groups: (journey.spec.value.stages ?? []).map(({ title, steps }) => `${title}: ${steps.map((step) => step.title).join(', ')}`) }),
  blueprint: (workspace, journey) => {
    const steps = stepsOf(journey);
    const lanes = ['customer', 'frontstage', 'backstage', 'support'].map((lane) => ({ lane, inside: steps.filter((step) => step.lane === lane) })).filter(({ inside }) => inside.length > 0);
    return { ...boxesAndWays(workspace, journey), tables: [lanes.flatMap(({ inside }) => inside.map((step) => stepRow(workspace, journey, step))), wayRows(workspace, journey)], groups: lanes.map(({ lane, inside }) => `${lane}: ${[...endsOf(inside), ...inside.map(({ title }) => title)].join(', ')}`) };
  },
  change: (workspace, journey) => ({ ...boxesAndWays(workspace, journey, true), tables: [[], [], []], groups: (journey.spec.value.stages ?? []).map(({ title, steps }) => `${title}: ${steps.map((step) => step.title).join(', ')}`) }),
  handoffs: (workspace, journey) => {
    const links = passings(workspace, journey);
    return {
      ...none,
      things: [...new Set(links.flatMap(({ from, to }) => [from, to]))].map((title) => `participant | ${title} | `),
      links: links.map(({ from, to, dotted, words }) => `${from} ${dotted ? '..' : '--'} ${to}: ${words}`),
      tables: [links.flatMap(({ row }) => row ?? [])],
    };
  },
  sla: (workspace, { id }) => {
    const all = (proveJourney(workspace, id)?.promises ?? []).flatMap((promise) => promise.targets.map((target) => ({ promise, target })));
    const isDrawn = ({ target: { target, paths } }: (typeof all)[number]): boolean => target.seconds !== undefined && paths.length > 0;
    const drawn = all.filter(isDrawn);
    const whole = Math.max(0, ...drawn.map(({ target }) => Math.max(target.target.seconds!, slowest(target).seconds)));
    const unit = whole > 4 * 3600 ? 3600 : 60;
    return { ...none, groups: drawn.map(({ promise }) => promise.title), spans: drawn.flatMap(({ target }) => spansOf(target)).map((span) => span.map((seconds) => Math.round((seconds / unit) * 1000)).join('-')), tables: [promiseRows(all), partRows(drawn, (actor) => nameOfActor(workspace, actor))], folded: all.filter((each) => !isDrawn(each)).map(({ promise }) => promise.title) };
  },
  lifecycle: (workspace, journey) => {
    const { stages = [] } = journey.spec.value;
    const codes = [...new Set(stepsOf(journey).flatMap(({ showsStatus }) => showsStatus ?? []))];
    const statuses = workspace.all('Glossary').flatMap(({ value }) => value.statuses ?? []);
    const words = codes.map((code) => statuses.find((each) => each.code === code)?.preferred ?? code);
    const told = (step: Step): readonly string[] => (codes.length > 0 ? (step.showsStatus ?? []).map((code) => words[codes.indexOf(code)]!) : [stages.find(({ steps }) => steps.includes(step))!.title]);
    const [states, links] = [codes.length > 0 ? words : stages.map(({ title }) => title), followings(journey, told)];
    const beside = (state: string, own: 0 | 1): string => listed(links.map((link) => link.split(' -- ')).filter((ends) => ends[own] === state).map((ends) => ends[1 - own]!.replace(/^(?:start|end)$/, '($&)')).join(', '));
    const rows = states.map((state) => [state, listed(stepsOf(journey).filter((step) => told(step).includes(state)).map(({ title }) => title).join(', ')), beside(state, 1), beside(state, 0)].join(' | '));
    return { ...none, things: states, links, tables: [rows], folded: codes.length === 0 ? [] : stepsOf(journey).filter(({ showsStatus }) => showsStatus === undefined).map(({ id }) => `${journey.spec.coordinate}#${id}`) };
  },
  hierarchy: (workspace, journey) => {
    const [ties, title] = [tiesIn(workspace), (id: string): string => workspace.journey(id)!.title];
    const family = new Set([...reached(journey.id, (id) => ties.filter(({ part }) => part === id).map(({ whole }) => whole)), ...reached(journey.id, (id) => ties.filter(({ whole }) => whole === id).map(({ part }) => part))]);
    const around = ties.filter(({ whole, part }) => family.has(whole) && family.has(part));
    const members = workspace.journeys.filter(({ id }) => family.has(id)).map(({ id, spec: { value } }) => ({ id, value, owner: nameOfActor(workspace, value.owner) }));
    const belongs = (id: string): string => listed(around.filter(({ part }) => part === id).map(({ whole, words }) => `${title(whole)}${words === '' ? '' : ` (${words})`}`).join(', '));
    return { ...none, things: members.map(({ value, owner }) => `subroutine | ${value.title} | ${[`version ${value.version}`, ...(value.status === 'active' ? [] : [value.status]), owner].join(' · ')}`), tables: [members.map(({ id, value, owner }) => [value.title, value.level ?? '', owner, value.version, value.status, belongs(id)].join(' | '))], links: around.map(({ whole, part, sign, words }) => `${title(whole)} ${sign} ${title(part)}: ${words}`) };
  },
  lineage: (workspace, journey) => {
    const read = readings(workspace, journey);
    const told = [...new Set(read.map(({ event }) => event))].flatMap((event) => tellers(workspace, journey, event).map((teller) => ({ teller, event })));
    const columns = [told.map(({ teller }) => teller), read.map(({ event }) => event), read.map(({ title }) => title)].map((list) => [...new Set(list)]);
    return { ...none, things: ['cylinder', 'round', 'lean_right'].flatMap((shape, index) => columns[index]!.map((title) => `${shape} | ${title} | `)), links: [...told.map(({ teller, event }) => `${teller} -- ${event}`), ...read.map(({ event, title }) => `${event} -- ${title}`)], tables: [read.map(({ title, event }) => `${title} | ${event} | ${tellers(workspace, journey, event).join(', ')}`)] };
  },
  raci: (workspace, { spec: { value } }) => {
    const names = (list: readonly string[] = []): string => list.map((actor) => nameOfActor(workspace, actor)).join(', ');
    return {
      ...none,
      tables: [(value.stages ?? []).map((stage) => {
        const owner = stage.owner ?? value.owner;
        const acting = [...new Set(stage.steps.flatMap((step) => actorsIn(value, step)).filter((actor) => actor !== 'customer' && actor !== 'partner'))];
        return [stage.title, names(stage.raci?.responsible ?? (acting.length === 0 ? [owner] : acting)), names(stage.raci?.accountable ?? [owner]), names(stage.raci?.consulted), names(stage.raci?.informed)].join(' | ');
      })],
    };
  },
};

/** -2 to 2 as a face of 1 to 5: the nearest one, and of two that are as near the one that looks worse. */
function faceFor(score: number): number {
  return [1, 2, 3, 4, 5].toSorted((a, b) => Math.abs(a - 3 - score) - Math.abs(b - 3 - score) || a - b)[0]!;
}

/** Who acts, as written; else the customer, or who owns the stage or the journey. */
export function actorsIn(journey: JourneyModel['spec']['value'], step: Step): readonly string[] {
  const stage = journey.stages!.find(({ steps }) => steps.includes(step))!;
  return step.actor === undefined ? [step.lane === 'customer' ? 'customer' : (stage.owner ?? journey.owner)] : [step.actor].flat();
}

export function nameOfActor(workspace: Workspace, actor: string): string {
  if (actor === 'customer' || actor === 'partner') return { customer: 'Customer', partner: 'Partner' }[actor];
  const [id, role] = actor.split('#');
  const team = workspace.find('Team', id!)?.value;
  return role === undefined ? (team?.title ?? id!) : `${team?.title ?? id} (${team?.roles?.find((each) => each.id === role)?.title ?? role})`;
}

interface Tie {
  readonly whole: string;
  readonly part: string;
  readonly sign: '--' | '..';
  readonly words: string;
}

/** What journeys say of each other: which they are a part or a variant of, and which runs inside of a step. */
function tiesIn(workspace: Workspace): readonly Tie[] {
  const known = workspace.journeys.map(({ id }) => id);
  const all = workspace.journeys.flatMap(({ id, spec: { value } }): readonly Tie[] => [
    ...[value.parent ?? []].flat().map((whole): Tie => ({ whole, part: id, sign: '--', words: '' })),
    ...[value.extends ?? []].flat().map((base): Tie => ({ whole: base.replace(/@.*/, ''), part: id, sign: '..', words: 'variant' })),
    ...(value.stages ?? []).flatMap(({ steps }) => steps).flatMap((step) => (step.journey === undefined ? [] : [{ whole: id, part: step.journey, sign: '..' as const, words: `in step ${step.title}` }])),
  ]);
  return all.filter(({ whole, part }) => known.includes(whole) && known.includes(part));
}

function reached(start: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const all = new Set([start]);
  for (const id of all) for (const other of next(id)) all.add(other);
  return all;
}

function stepsOf({ spec }: JourneyModel): readonly Step[] {
  return (spec.value.stages ?? []).flatMap(({ steps }) => steps);
}

/** What the ends of steps are called, in the order of the steps. */
function endsOf(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ end, endsAs }) => (end === undefined ? [] : [endsAs ?? endWords[end]]));
}

const endWords = { success: 'Success', failure: 'Failure', abandon: 'Given up', side: 'End beside the case' };

/** Every step, and every way with its words; of many ways past optional steps none is drawn, save in the picture of a change. */
function boxesAndWays(workspace: Workspace, journey: JourneyModel, hasAllSkips = false): Pick<Intent, 'things' | 'links' | 'tables' | 'folded'> {
  const steps = stepsOf(journey);
  const ends = steps.flatMap(({ title, end, endsAs }) => (end === undefined ? [] : [{ title, end: endsAs ?? endWords[end] }]));
  const ways = plainWays(journey.spec.value, (id) => elementTitle(workspace, id));
  const isDrawn = hasAllSkips || ways.filter(({ kind }) => kind === 'skip').length <= 12;
  const arrows = ways.filter(({ kind }) => isDrawn || kind !== 'skip').map((way) => `${way.from.title} ${isDotted(way) ? '..' : '--'} ${way.to.title}: ${inShort(way.words.join(', '))}`);
  const boxes = steps.map((step) => `${shapeOf(step)} | ${step.title} | ${secondLine(workspace, journey.spec.value, step)}`);
  return { things: [...['Start', ...ends.map(({ end }) => end)].map((title) => `stadium | ${title} | `), ...boxes], tables: [steps.map((step) => stepRow(workspace, journey, step)), wayRows(workspace, journey)], links: [...beginnings(steps, ways).map(({ title, entry }) => `Start -- ${title}: ${inShort(entry ?? '')}`), ...arrows, ...ends.map(({ title, end }) => `${title} -- ${end}: `)], folded: ways.filter(({ kind }) => !isDrawn && kind === 'skip').map(({ from, to }) => `${from.id} -> ${to.id}`) };
}

/** What Mermaid calls the outline of a step: of what it stands for, of the sort that is written, of what it tells, or of the choice that it makes. */
function shapeOf({ journey, type, message, next }: Step): string {
  if (journey !== undefined) return 'subroutine';
  const written: Readonly<Record<string, string>> = { decision: 'diamond', approval: 'diamond', wait: 'hexagon', notify: 'odd', communication: 'odd' };
  if (type !== undefined) return written[type] ?? 'square';
  if (Array.isArray(next) && next.length > 1) return 'diamond';
  return message === undefined ? 'square' : 'odd';
}

function secondLine(workspace: Workspace, journey: JourneyModel['spec']['value'], step: Step): string {
  return inShort([namesActing(workspace, journey, step), ...(step.when === undefined ? [] : [`only when ${conditionOf(workspace, step)}`])].join(' · '));
}

function namesActing(workspace: Workspace, journey: JourneyModel['spec']['value'], step: Step): string {
  return [...new Set(actorsIn(journey, step).map((actor) => nameOfActor(workspace, actor)))].join(', ');
}

function conditionOf(workspace: Workspace, { when }: Step): string {
  return when === undefined ? '' : condition(when, (id) => elementTitle(workspace, id));
}

function feelingOf({ feels }: Step): string {
  return feels?.as ?? [feels?.from ?? [], feels?.to ?? []].flat().join(' to ');
}

function stepRow(workspace: Workspace, { spec: { value } }: JourneyModel, step: Step): string {
  const stage = value.stages!.find(({ steps }) => steps.includes(step))!;
  const systems = (step.systems ?? []).map((id) => workspace.find('System', id)?.value.title ?? id);
  return [stage.title, step.title, step.lane, namesActing(workspace, value, step), [step.channel ?? []].flat().join(', '), systems.join(', '), conditionOf(workspace, step)].join(' | ');
}

/** Where cases begin, every way with all its words, and where cases end; in the order of the alphabet. */
function wayRows(workspace: Workspace, journey: JourneyModel): readonly string[] {
  const steps = stepsOf(journey);
  const ways = plainWays(journey.spec.value, (id) => elementTitle(workspace, id));
  const ends = steps.flatMap(({ title, end, endsAs }) => (end === undefined ? [] : [`${title} | (${endsAs ?? endWords[end]}) | `]));
  return [...beginnings(steps, ways).map(({ title, entry }) => `(Start) | ${title} | ${entry ?? ''}`), ...ways.map(({ from, to, words }) => `${from.title} | ${to.title} | ${words.join(', ')}`), ...ends].toSorted();
}

/** A list in a cell, in the order of the alphabet: which of several names stands first says nothing. */
export function listed(cell: string): string {
  return cell.split(', ').toSorted().join(', ');
}

function elementTitle(workspace: Workspace, id: string): string {
  return workspace.registers.elements.get(id)?.value.title ?? id;
}

/** Longer words end in dots in a picture. */
function inShort(words: string, most = 80): string {
  return [...words].length <= most ? words : `${[...words].slice(0, most - 1).join('')}…`;
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
  /** Its line in the table, where work passes. */
  readonly row?: string;
}

/**
 * Ways on which another team takes over, between the systems in which both sides work: each that is written and says something else than another one between
 * the same steps, and any way where none is written.
 */
function passings(workspace: Workspace, { spec: { value } }: JourneyModel): readonly Passing[] {
  const title = (kind: 'System' | 'Sla', id: string): string => workspace.find(kind, id)?.value.title ?? id;
  const team = (id: string): string => workspace.find('Team', id)?.value.title ?? id;
  const told = new Set<string>();
  const work = (step: Step, who: string): readonly Passing[] => (told.has(step.id) ? [] : (told.add(step.id), step.systems ?? []).map((id) => ({ from: team(who), to: title('System', id), dotted: false, words: step.title })));
  return plainWays(value, (id) => elementTitle(workspace, id)).flatMap((way): readonly Passing[] => {
    const [giving, taking] = [way.from, way.to].map((step) => teamsOf(value, step));
    const pair = `${way.from.id}>${way.to.id}`;
    if (way.kind === 'alongside' || giving![0] === undefined || taking![0] === undefined || giving!.some((each) => taking!.includes(each))) return [];
    const { hands, sla, reason } = { ...way.edge, ...value.handoffs?.find(({ from, to }) => from === way.from.id && to === way.to.id) };
    const said = `${pair} ${JSON.stringify([hands, sla, reason])}`;
    if (told.has(said) || (way.edge.to === undefined && told.has(pair))) return [];
    told.add(pair).add(said);
    const names = (hands ?? []).map((id) => elementTitle(workspace, id));
    const handed = hands === undefined ? 'not said' : names.length === 0 ? 'nothing' : names.length > 3 ? `${names[0]}, ${names[1]} and ${names.length - 2} more` : names.join(', ');
    const within = workspace.find('Sla', sla ?? '')?.value.targets?.find((target) => [target.tier, target.persona, target.region].every((each) => each === undefined))?.within;
    const promise = sla === undefined || sla === 'none' ? `no promise${sla === 'none' && reason !== undefined ? `: ${reason}` : ''}` : `${title('Sla', sla)}${within === undefined ? '' : `, within ${within}`}`;
    const words = [`${way.from.title}, then: ${way.to.title}`, inShort(`hands over: ${handed}`, 160), inShort(promise, 160)].join(' ');
    const cells = (step: Step, who: string): readonly string[] => [team(who), step.title, (step.systems ?? []).map((id) => title('System', id)).join(', ')];
    const row = [...cells(way.from, giving![0]), ...cells(way.to, taking![0]), hands === undefined ? 'not said' : names.length === 0 ? 'nothing' : names.join(', '), promise].join(' | ');
    return [...work(way.from, giving![0]), { from: team(giving![0]), to: team(taking![0]), dotted: isDotted(way), words, row }, ...work(way.to, taking![0])];
  });
}

/** A customer and a partner are no team. */
function teamsOf(journey: JourneyModel['spec']['value'], step: Step): readonly string[] {
  return [...new Set(actorsIn(journey, step).map((actor) => actor.split('#')[0]!))].filter((actor) => actor !== 'customer' && actor !== 'partner');
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
