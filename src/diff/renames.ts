import { groupBy } from '../base/groups.js';
import type { JourneyModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
import type { KindName } from '../schema/generated/language-table.js';
import type { TypeExpression } from '../schema/language.js';
import type { MatchedSpecs } from './match-specs.js';

/** Names as they are after: what was renamed is the same thing, wherever it is named. */
export interface Renames {
  /** The id after of a spec. */
  spec(kind: string, id: string): string;
  /** The id after of a step, or of a stage as `stages/x`, of a journey by its id after. */
  inside(journey: string, inner: string): string;
}

/** What was renamed between two versions. Inner names are looked up journey by journey, when they are first asked for. */
export function renamesOf(before: Workspace, after: Workspace, { pairs }: MatchedSpecs): Renames {
  const specs = new Map(pairs.filter((pair) => pair.before.id !== pair.after.id).map((pair) => [`${pair.before.kind} ${pair.before.id}`, pair.after.id]));
  const formerJourney = new Map(pairs.filter(({ after: { kind } }) => kind === 'Journey').map((pair) => [pair.after.id, pair.before.id]));
  const inner = new Map<string, ReadonlyMap<string, string>>();
  const namesIn = (journey: string): ReadonlyMap<string, string> => {
    const known = inner.get(journey) ?? innerNames(before.journey(formerJourney.get(journey) ?? journey), after.journey(journey));
    inner.set(journey, known);
    return known;
  };
  return {
    spec: (kind, id) => specs.get(`${kind} ${id}`) ?? id,
    inside: (journey, name) => namesIn(journey).get(name) ?? name,
  };
}

function innerNames(before: JourneyModel | undefined, after: JourneyModel | undefined): ReadonlyMap<string, string> {
  if (before === undefined || after === undefined) return new Map();
  const stages = renamedEntries(before.stages, after.stages).map(([old, now]) => [`stages/${old}`, `stages/${now}`] as const);
  return new Map([...renamedEntries(before.steps, after.steps), ...stages]);
}

interface Named {
  readonly id: string;
  readonly value: { readonly aliases?: readonly string[] };
}

/** By the rules of specs: the old id is gone, the new one is new, and only one entry claims it. */
function renamedEntries(before: readonly Named[], after: readonly Named[]): readonly (readonly [string, string])[] {
  const [old, now] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  const claims = groupBy(after.filter(({ id }) => !old.has(id)).flatMap(({ id, value }) => (value.aliases ?? []).map((alias) => ({ alias, id }))), ({ alias }) => alias);
  const found = before.flatMap(({ id }): readonly (readonly [string, string])[] => {
    const claimants = claims.get(id) ?? [];
    return now.has(id) || claimants.length !== 1 ? [] : [[id, claimants[0]!.id]];
  });
  const times = groupBy(found, ([, id]) => id);
  return found.filter(([, id]) => times.get(id)!.length === 1);
}

/** What scalars that name something name, where that is not one kind alone. */
const named: { readonly [scalar: string]: readonly string[] } = {
  RoleRef: ['Team'],
  ActorRef: ['Team'],
  TeamOrRole: ['Team'],
  ConsumerRef: ['Team'],
  ParticipantRef: ['Team'],
  ClockPoint: ['Event', 'Step'],
};

/** What values of a type name; empty for those that name nothing. */
export function namedBy(type: TypeExpression): readonly string[] {
  return type.type === 'reference' ? type.to : type.type === 'scalar' ? (named[type.name] ?? []) : [];
}

/** A reference as it is written, with the names of today. `home` is the id after of the journey that it stands in. */
export function renamedReference(renames: Renames, to: readonly string[], text: string, home: string | undefined): string {
  if (to.includes('Event')) return renamedMoment(renames, to, text, home);
  if (to.includes('Step') || to.includes('Stage')) return renamedInner(renames, to, text, home);
  const kind = to.find((each): each is KindName => /^[A-Z]/.test(each));
  if (kind === undefined) return text;
  const [, id = text, rest = ''] = /^([^@#]*)(.*)$/.exec(text) ?? [];
  return renames.spec(kind, id) + rest;
}

/** The event of a step that has no event of its own is named by the step; other events have names that nothing changes. */
function renamedMoment(renames: Renames, to: readonly string[], text: string, home: string | undefined): string {
  const [, id, step, moment] = /^([a-z0-9-]+)\.([a-z0-9-]+)\.(started|completed)$/.exec(text) ?? [];
  if (id === undefined) return to.includes('Step') && (text.includes('#') || home !== undefined) ? renamedInner(renames, ['Step'], text, home) : text;
  const journey = renames.spec('Journey', id);
  return `${journey}.${renames.inside(journey, step!)}.${moment}`;
}

function renamedInner(renames: Renames, to: readonly string[], text: string, home: string | undefined): string {
  const prefix = to.includes('Step') ? '' : 'stages/';
  const at = text.indexOf('#');
  if (at >= 0) {
    const [id = '', version = ''] = text.slice(0, at).split('@');
    const journey = renames.spec('Journey', id);
    return `${journey}${version === '' ? '' : `@${version}`}#${renames.inside(journey, stepPart(text.slice(at + 1)))}`;
  }
  return home === undefined ? text : renames.inside(home, prefix + stepPart(text)).slice(prefix.length);
}

/** `triage.classify` names the step `classify`, which may have moved. */
function stepPart(text: string): string {
  return text.slice(text.indexOf('.') + 1);
}
