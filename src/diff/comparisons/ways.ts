import { canonicalJson } from '../../base/canonical-json.js';
import { compareText } from '../../base/diagnostic.js';
import { addTo } from '../../base/groups.js';
import { fieldOf, isArray, type JsonArray, type JsonObject } from '../../base/json.js';
import { listOf } from '../../base/words.js';
import type { JourneyModel, StepModel } from '../../model/journey.js';
import type { Transition } from '../../model/transitions.js';
import type { SomeBranches } from '../../schema/kinds/step.js';
import { shapeOf } from '../../schema/type-at.js';
import { below, compareFields, compareTyped, differ } from '../compare-values.js';
import { coveredBy, type Covered, type Difference } from '../difference.js';
import { anyStage, bringsAbout } from './causes-of-ways.js';
import { isSharedHandoff } from './handoffs.js';
import type { StagesComparing } from './journey-stages.js';

const home = { shape: 'Step', field: 'next' };

/**
 * Ways from step to step, those included that follow from the order. What a step that came, went or moved does to the ways around it
 * is told with that step; the order of steps says nothing where no way depends on it.
 */
export function compareWays(context: StagesComparing): void {
  const graph = graphOf(context);
  const found: FoundWay[] = [];
  for (const [was, is] of context.matched.steps.pairs) {
    compareSplit(context, was, is);
    compareStrayWays(context, was, is);
    found.push(...compareLeaving(context, graph, was, is));
  }
  const [explained, open] = [found.filter(({ because }) => because !== undefined), found.filter(({ because }) => because === undefined)];
  const named = open.filter(({ followsOrder }) => !followsOrder);
  const byBranch = open.filter((way) => way.followsOrder && named.some((other) => isBranchOf(context, other, way)));
  const byOrder = open.filter((way) => way.followsOrder && !byBranch.includes(way));
  if (byOrder.length > 0) tellOrder(context, byOrder);
  for (const way of named) tell(context, way, byBranch.filter((other) => isBranchOf(context, way, other)));
  for (const way of explained) addToCause(context, way);
  for (const step of context.matched.steps.added) addOwnWays(context, step);
}

/** A step that becomes a branch of a split is no longer reached by the order, and one that is none any more is. */
function isBranchOf({ matched }: StagesComparing, branch: FoundWay, other: FoundWay): boolean {
  const target = ({ deed, way: { to } }: FoundWay): string => (deed === 'removed' ? matched.now(to) : to);
  const [was, is] = matched.steps.pairs.find(([, step]) => step === branch.from)!;
  return target(branch) === target(other) && (splitOf(was) !== 'one' || splitOf(is) !== 'one');
}

/** What brought a way about, or took it away, tells of it as well. */
function addToCause({ comparing: { found }, matched }: StagesComparing, way: FoundWay): void {
  const at = found.findIndex((difference) => bringsAbout(difference, matched, way.because!));
  const cause = found[at];
  if (cause !== undefined) found[at] = { ...withWays(cause, [wayFact(way.deed, way.way)]), covers: [...coveredBy(cause), placeOf(way)] };
}

/** Where the order decides what follows a new step, its own words do not say. */
function addOwnWays({ comparing: { found }, matched, after }: StagesComparing, step: StepModel): void {
  const at = found.findIndex((difference) => bringsAbout(difference, matched, step.id));
  const ways = after.from(step.id).filter(({ kind }) => kind === 'default');
  if (at >= 0 && ways.length > 0) found[at] = withWays(found[at]!, ways.map((way) => wayFact('added', way)));
}

/** With other ways it is another change. */
function withWays(difference: Difference, ways: JsonArray): Difference {
  const all = [...((difference.besides?.['ways'] ?? []) as JsonArray), ...ways];
  return { ...difference, besides: { ...difference.besides, ways: all.toSorted((a, b) => compareText(canonicalJson(a), canonicalJson(b))) } };
}

function wayFact(deed: FoundWay['deed'], way: Transition): JsonObject {
  return { ...edgeOf(way), from: way.from, to: way.to, is: deed };
}

/** Where a way is written, or would be. */
function placeOf({ deed, way }: FoundWay): Covered {
  const path = way.kind === 'default' ? [...way.path, 'next'] : way.path;
  return deed === 'added' ? { after: path } : { before: path };
}

/** What is written under `next` and leads to no step of the journey is no way, and still a difference. */
function compareStrayWays({ comparing, before, after }: StagesComparing, was: StepModel, is: StepModel): void {
  const [old, now] = [strayWays(before, was), strayWays(after, is)];
  const { type } = shapeOf('AllBranches')['all']!;
  compareTyped(comparing, home, type, { before: [...was.path, 'next'], after: [...is.path, 'next'] }, { before: old, after: now });
}

function strayWays(journey: JourneyModel, { value: { next } }: StepModel): JsonArray {
  const written = next === undefined ? [] : typeof next === 'string' ? [next] : isArray(next) ? next : 'all' in next ? next.all : (next as SomeBranches).some;
  return (written as JsonArray).filter((each) => journey.step(String(typeof each === 'string' ? each : fieldOf(each, 'to'))) === undefined);
}

/** A way that only one version has. */
interface FoundWay {
  readonly deed: 'added' | 'removed';
  readonly way: Transition;
  /** The step that it leaves, as it is after. */
  readonly from: StepModel;
  /** True where it came or went because the steps stand in another order. */
  readonly followsOrder: boolean;
  /** The step, by its id after, that came, went, moved, or says something else of its ways, and that it follows from. */
  readonly because?: string;
}

/** A step that ends, waits at a join or goes alongside another has no way of its own: what made it so is told. */
function isCutElsewhere({ before, after }: StagesComparing, was: StepModel, is: StepModel): boolean {
  const wayless = (journey: JourneyModel, step: StepModel): boolean => step.hosts.length > 0 || (step.value.end !== undefined && step.value.next === undefined) || journey.from(step.id).some(({ kind }) => kind === 'join');
  return wayless(before, was) !== wayless(after, is);
}

function compareLeaving(context: StagesComparing, graph: Graph, was: StepModel, is: StepModel): readonly FoundWay[] {
  const [old, now] = [byTarget(waysFrom(context.before, was), context.matched.now), byTarget(waysFrom(context.after, is), (id) => id)];
  const followsOrder = was.value.next === undefined && is.value.next === undefined;
  const isCut = isCutElsewhere(context, was, is);
  const foundWay = (deed: FoundWay['deed'], way: Transition): FoundWay => {
    const because = isCut ? is.id : explanationOf(context, graph, way, deed === 'added' ? 'after' : 'before');
    return { deed, way, from: is, followsOrder, ...(because === undefined ? {} : { because }) };
  };
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): readonly FoundWay[] => {
    const [gone, fresh] = [old.get(key), now.get(key)];
    if (gone !== undefined && fresh !== undefined) compareEdges(context, gone, fresh);
    return gone === undefined ? [foundWay('added', fresh!)] : fresh === undefined ? [foundWay('removed', gone)] : [];
  });
}

/** What passes between teams is compared as a handoff, wherever it is written. */
function compareEdges({ comparing, before, after }: StagesComparing, gone: Transition, fresh: Transition): void {
  const isHandoff = isSharedHandoff(before, after, gone, fresh);
  const elsewhere = isHandoff ? ['to', 'hands', 'sla', 'reason'] : ['to'];
  compareFields(comparing, 'Edge', { before: gone.path, after: fresh.path }, { before: edgeOf(gone), after: edgeOf(fresh) }, elsewhere);
}

function waysFrom(journey: JourneyModel, step: StepModel): readonly Transition[] {
  return journey.from(step.id).filter(({ kind }) => kind === 'next' || kind === 'default');
}

/** By the step that they lead to; the second one to the same step is another way. */
function byTarget(ways: readonly Transition[], now: (id: string) => string): ReadonlyMap<string, Transition> {
  const groups = new Map<string, Transition[]>();
  for (const way of ways) addTo(groups, now(way.to), way);
  return new Map([...groups].flatMap(([to, list]) => list.map((way, nth) => [nth === 0 ? to : `${to} ${nth}`, way] as const)));
}

function edgeOf({ edge }: Transition): JsonObject {
  return edge as JsonObject;
}

/** With the ways that followed from the order and come or go with it. */
function tell({ comparing, matched, name }: StagesComparing, found: FoundWay, others: readonly FoundWay[]): void {
  const { deed, way, from } = found;
  const to = deed === 'removed' ? matched.now(way.to) : way.to;
  const message = `The way from step \`${from.id}\` to step \`${to}\` in ${name} is ${deed === 'added' ? 'new' : 'gone'}.`;
  const value: JsonObject = { to, ...edgeOf(way) };
  const facts: JsonObject = { at: `next.${to}`, [deed === 'added' ? 'is' : 'was']: value };
  differ(comparing, home, deed, { before: way.path, after: way.path }, { before: deed === 'removed' ? value : undefined, after: deed === 'added' ? value : undefined }, { told: { message, facts }, covers: [found, ...others].map(placeOf) });
}

/** Steps that stand in another order are one change, however many ways follow from it. */
function tellOrder({ comparing, matched, name }: StagesComparing, found: readonly FoundWay[]): void {
  const [was, is] = (['removed', 'added'] as const).map((deed) => found.filter((each) => each.deed === deed).map(({ way, from }) => `${from.id}>${deed === 'removed' ? matched.now(way.to) : way.to}`));
  const [{ from }] = found as readonly [FoundWay];
  const message = `The steps of ${name} come in another order: ${listOf(is!.map(inWords))} instead of ${listOf(was!.map(inWords))}.`;
  differ(comparing, home, 'reordered', { before: ['stages'], after: from.stage.path }, { before: was!, after: is! }, { told: { kind: 'step-order-changed', message, facts: { was: was!, is: is! } }, covers: found.map(placeOf) });
}

function inWords(way: string): string {
  return `\`${way.replace('>', '` before `')}\``;
}

function compareSplit({ comparing, name }: StagesComparing, was: StepModel, is: StepModel): void {
  const [old, now] = [splitOf(was), splitOf(is)];
  if (old === now) return;
  const message = `After step \`${is.id}\` in ${name}, ${splitWords[old]} before; now ${splitWords[now]}.`;
  differ(comparing, home, 'changed', { before: was.path, after: is.path }, { before: old, after: now }, { told: { kind: 'step-branching-changed', message, facts: { was: old, is: now } }, covers: [below({ before: was.path, after: is.path }, 'split', 'split')] });
}

type Split = 'one' | 'all' | 'some';

const splitWords: Readonly<Record<Split, string>> = { one: 'one way was taken', all: 'all branches started together', some: 'some of the branches started' };

function splitOf({ value: { next } }: StepModel): Split {
  if (next === undefined || typeof next === 'string' || isArray(next)) return 'one';
  return 'all' in next ? 'all' : 'some' in next ? 'some' : 'one';
}

/** What came, went and moved, and who follows whom, by the names after. */
interface Graph {
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly after: ReadonlyMap<string, readonly string[]>;
  readonly removed: ReadonlySet<string>;
  readonly added: ReadonlySet<string>;
  /** Steps whose place in the order is another. */
  readonly displaced: ReadonlySet<string>;
}

function graphOf({ before, after, matched }: StagesComparing): Graph {
  const hosted = matched.steps.pairs.filter(([was, is]) => was.hosts.length > 0 !== is.hosts.length > 0).map(([, { id }]) => id);
  return {
    before: followers(before, matched.now),
    after: followers(after, (id) => id),
    removed: new Set(matched.steps.removed.map(({ id }) => matched.now(id))),
    added: new Set(matched.steps.added.map(({ id }) => id)),
    displaced: new Set([...matched.moved.map(({ is }) => is.id), ...hosted]),
  };
}

function followers(journey: JourneyModel, now: (id: string) => string): ReadonlyMap<string, readonly string[]> {
  return new Map(journey.steps.map((step) => [now(step.id), waysFrom(journey, step).map(({ to }) => now(to))]));
}

/** The step because of which a way came or went, where that is told by itself. */
function explanationOf({ matched }: StagesComparing, graph: Graph, way: Transition, side: 'before' | 'after'): string | undefined {
  const [from, to] = side === 'before' ? [matched.now(way.from), matched.now(way.to)] : [way.from, way.to];
  const [passing, other] = side === 'before' ? [graph.added, graph.after] : [graph.removed, graph.before];
  if ((side === 'before' ? graph.removed : graph.added).has(to)) return to;
  return firstPassed(other, passing, from, to) ?? (way.kind === 'default' ? displacedNear(matched, graph, from, to) : undefined);
}

/** The first of the steps that only the other version has and that lead there from the one step to the other. */
function firstPassed(ways: ReadonlyMap<string, readonly string[]>, passing: ReadonlySet<string>, from: string, to: string): string | undefined {
  const reached = new Set((ways.get(from) ?? []).filter((id) => passing.has(id)));
  for (const id of reached) for (const next of ways.get(id) ?? []) if (passing.has(next)) reached.add(next);
  return [...reached].some((id) => (ways.get(id) ?? []).includes(to)) ? [...reached][0] : undefined;
}

/** A way that follows from the order is another because its source, its goal or what stood there before has moved. */
function displacedNear({ stagesReordered }: StagesComparing['matched'], { displaced, before, after }: Graph, from: string, to: string): string | undefined {
  const neighbours = [from, to, ...(before.get(from) ?? []), ...(after.get(from) ?? [])];
  return neighbours.find((id) => displaced.has(id)) ?? (stagesReordered ? anyStage : undefined);
}
