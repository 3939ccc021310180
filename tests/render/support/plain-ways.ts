/**
 * Every way of a journey, read from its plain document and nothing else: where the file writes one, in the words of the file; and where one
 * follows from the order of the steps, from joins and from steps that are optional, by the sentences of the language and not by the model.
 */
import type { Journey } from '../../../src/schema/kinds/journey.js';
import type { Condition, Edge, Meanwhile, Step } from '../../../src/schema/kinds/step.js';

export interface PlainWay {
  readonly from: Step;
  readonly to: Step;
  readonly kind: 'onward' | 'skip' | 'fail' | 'beside' | 'interrupt' | 'alongside';
  /** What is said at its arrow. */
  readonly words: readonly string[];
  readonly edge: Partial<Edge>;
}

/** What people call a data element. */
type NameOf = (element: string) => string;

export function plainSteps({ stages = [] }: Journey): readonly Step[] {
  return stages.flatMap(({ steps }) => steps);
}

/** Dotted where it is not taken by itself. */
export function isDotted({ kind }: PlainWay): boolean {
  return kind !== 'onward' && kind !== 'skip';
}

export function plainWays(journey: Journey, nameOf: NameOf): readonly PlainWay[] {
  const steps = plainSteps(journey);
  const find = (name: string): Step => steps.find(({ id, aliases = [] }) => id === name || aliases.includes(name))!;
  const direct = steps.flatMap((step) => [...onward(steps, step, find, nameOf), ...others(step, find)]);
  return [...direct, ...pastOptional(direct)];
}

function onward(steps: readonly Step[], step: Step, find: (name: string) => Step, nameOf: NameOf): readonly PlainWay[] {
  if (step.alongside !== undefined) return [];
  if (step.next !== undefined) return written(step, find, nameOf);
  if (step.end !== undefined) return [];
  const join = steps.find(({ waitsFor = [] }) => waitsFor.some((name) => find(name) === step));
  const to = join ?? following(steps, step, find);
  return to === undefined ? [] : [{ from: step, to, kind: 'onward', words: [], edge: {} }];
}

/** The next step that runs by itself, unless it begins another branch of the split that this one came from. */
function following(steps: readonly Step[], step: Step, find: (name: string) => Step): Step | undefined {
  const place = steps.indexOf(step);
  const next = steps.slice(place + 1).find(({ alongside }) => alongside === undefined);
  if (next === undefined) return undefined;
  const splits = steps.map(({ next: list }) => targets(list)).filter(({ split }) => split === 'all' || split === 'some').map(({ edges }) => edges.map(({ to }) => find(to)));
  const isOther = splits.some((branches) => branches.includes(next) && branches.some((branch) => branch !== next && steps.indexOf(branch) <= place));
  return isOther ? undefined : next;
}

function targets(next: Step['next']): { readonly split: 'none' | 'choice' | 'all' | 'some'; readonly edges: readonly Edge[] } {
  const edges = (list: readonly (string | Edge)[]): readonly Edge[] => list.map((each) => (typeof each === 'string' ? { to: each } : each));
  if (next === undefined) return { split: 'none', edges: [] };
  if (typeof next === 'string') return { split: 'none', edges: [{ to: next }] };
  if (Array.isArray(next)) return { split: next.length > 1 ? 'choice' : 'none', edges: edges(next) };
  const { all, some } = next as { readonly all?: readonly (string | Edge)[]; readonly some?: readonly (string | Edge)[] };
  return all === undefined ? { split: 'some', edges: edges(some!) } : { split: 'all', edges: edges(all) };
}

function written(step: Step, find: (name: string) => Step, nameOf: NameOf): readonly PlainWay[] {
  const { split, edges } = targets(step.next);
  const lead = { none: [], choice: [], all: ['together'], some: ['one or more'] }[split];
  return edges.map((edge) => {
    const own = edge.label ?? (edge.when === undefined ? edge.outcome && `when it ends in ${edge.outcome}` : condition(edge.when, nameOf));
    const said = own === undefined ? (split === 'choice' ? ['otherwise'] : lead) : [...lead, own];
    return { from: step, to: find(edge.to), kind: 'onward', words: [...said, ...share(edge), ...limit(edge)], edge };
  });
}

/** A condition as people say it. */
export function condition(when: Condition, nameOf: NameOf): string {
  if (typeof when === 'string') return when;
  if ('event' in when) return `after ${when.event}`;
  const sign = { eq: 'is', ne: 'is not', lt: '<', lte: '≤', gt: '>', gte: '≥', in: 'is one of' }[when.op];
  return `${nameOf(when.element)} ${sign} ${[when.value].flat().join(', ')}`;
}

function share({ share: part }: Partial<Edge>): readonly string[] {
  return part === undefined ? [] : [`${Number((part * 100).toFixed(4))} %`];
}

function limit({ repeats }: Partial<Edge>): readonly string[] {
  if (repeats === undefined) return [];
  return [repeats === 'unknown' ? 'how often is not known' : `at most ${repeats} ${repeats === 1 ? 'time' : 'times'}`];
}

function others(step: Step, find: (name: string) => Step): readonly PlainWay[] {
  const fail: readonly PlainWay[] = step.onFail === undefined ? [] : [{ from: step, to: find(step.onFail), kind: 'fail', words: ['when it fails'], edge: {} }];
  const beside = (step.meanwhile ?? []).map((each): PlainWay => ({ from: step, to: find(each.to), kind: each.stops === true ? 'interrupt' : 'beside', words: [...moment(each), each.stops === true ? 'and stops it' : 'beside it', ...limit(timesOf(each))], edge: timesOf(each) }));
  const hosts = [step.alongside ?? []].flat().map((host): PlainWay => ({ from: find(host), to: step, kind: 'alongside', words: ['at the same moment'], edge: {} }));
  return [...fail, ...beside, ...hosts];
}

function timesOf({ times }: Meanwhile): Partial<Edge> {
  return times === undefined ? {} : { repeats: times };
}

function moment({ title, after, every, event }: Meanwhile): readonly string[] {
  return [...(title === undefined ? [] : [title]), after === undefined ? (every === undefined ? `on ${event}` : `every ${every}`) : `after ${after}`];
}

/** Whoever comes to an optional step may also come to what follows it, row after row. */
function pastOptional(direct: readonly PlainWay[]): readonly PlainWay[] {
  const key = ({ from, to, kind }: PlainWay): string => `${kind === 'skip' ? 'onward' : kind} ${from.id} ${to.id}`;
  const known = new Set(direct.map(key));
  const found: PlainWay[] = [];
  for (let row = direct; row.length > 0; ) {
    const next: PlainWay[] = [];
    for (const arriving of row.filter(({ to, kind }) => to.when !== undefined && to.alongside === undefined && kind !== 'alongside')) {
      for (const further of direct.filter(({ from, kind }) => from === arriving.to && kind === 'onward')) {
        const way = skipped(arriving, further);
        if (way.from === way.to || known.has(key(way))) continue;
        known.add(key(way));
        next.push(way);
      }
    }
    found.push(...next);
    row = next;
  }
  return found;
}

function skipped(arriving: PlainWay, further: PlainWay): PlainWay {
  const repeats = arriving.edge.repeats ?? further.edge.repeats;
  const edge = repeats === undefined ? {} : { repeats };
  const kind = arriving.kind === 'onward' ? 'skip' : arriving.kind;
  const [timer] = arriving.from.meanwhile ?? [];
  const words = { skip: ['where a step between is left out'], fail: ['when it fails'], alongside: [], onward: [], beside: [...(timer === undefined ? [] : moment(timer)), 'beside it'], interrupt: [...(timer === undefined ? [] : moment(timer)), 'and stops it'] }[kind];
  return { from: arriving.from, to: further.to, kind, words: [...words, ...limit(edge)], edge };
}
