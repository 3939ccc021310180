import { allMillionths, millionths, shareMillionths } from '../../base/exact.js';
import { lazy } from '../../base/lazy.js';
import type { JourneyModel } from '../../model/journey.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { SlaTarget } from '../../schema/kinds/sla.js';
import { isDefault, narrowestFor, type Whom } from '../target-groups.js';
import type { Promised } from './promises.js';
import type { Group } from './verdict.js';

/** Over whom a percent may have to hold: everybody together is no dimension. */
export type Dimension = 'tier' | 'persona' | 'region';

const dimensions = ['tier', 'persona', 'region'] as const;

/** Whom a target is for. */
export function groupOf({ tier, persona, region }: SlaTarget): Group {
  return { ...(tier === undefined ? {} : { tier }), ...(persona === undefined ? {} : { persona }), ...(region === undefined ? {} : { region }) };
}

/** The share that a target promises, all when it says none; nothing when it is finer than a millionth. */
export function keptBy({ percent }: SlaTarget): number | undefined {
  return percent === undefined ? allMillionths : millionths(percent);
}

/** What a part promises to the cases that a target of the whole is about. */
export interface Chosen {
  /** Targets that some of these cases have. */
  readonly targets: readonly SlaTarget[];
  /** True when some of them have none. */
  readonly isLacking: boolean;
  /** A target whose percent holds over more people than these, so that its misses may all fall on them. */
  readonly tooWide?: { readonly target: SlaTarget; readonly needs: Dimension };
}

/** Whom a target of the whole is about. */
export interface Asked {
  readonly workspace: Workspace;
  readonly promised: Promised;
  readonly target: SlaTarget;
  /** Those that the targets of the whole tell apart: who is about this one, and who is not. */
  readonly people: () => Sharing;
}

/** The people that the targets of a promise tell apart: who is about one of them, and who is not. */
export function peopleOf(workspace: Workspace, promised: Promised, target: SlaTarget): Asked['people'] {
  return promised.targets.length === 1 && isDefault(target) ? () => everybody : lazy(() => sharedOut(promised, target, casesOf(workspace, promised.targets)));
}

/** A single target that is for all tells nobody apart. */
const everybody: Sharing = { own: [{ tier: undefined, persona: undefined, region: undefined }], others: [] };

function sharedOut({ targets }: Promised, target: SlaTarget, cases: readonly Whom[]): Sharing {
  const [own, others]: [Whom[], Whom[]] = [[], []];
  for (const whom of cases) (narrowestFor(targets, whom).includes(target) ? own : others).push(whom);
  return { own, others };
}

/** Chooses the targets of a part for the cases of one target of the whole. Of each promise, the narrowest target is a case's own. */
export function targetsFor(asked: Asked, part: Promised): Chosen {
  const only = part.targets[0];
  if (only !== undefined && part.targets.length === 1 && isDefault(only)) return sameForAll(asked, only);
  const { workspace, promised: whole, target } = asked;
  const cases = casesOf(workspace, [...whole.targets, ...part.targets]).map((whom): Case => ({ whom, isOwn: narrowestFor(whole.targets, whom).includes(target), targets: narrowestFor(part.targets, whom) }));
  const own = cases.filter(({ isOwn }) => isOwn);
  const targets = [...new Set(own.flatMap((each) => each.targets))];
  const isLacking = own.length === 0 || own.some((each) => each.targets.length === 0);
  for (const each of targets) {
    if (keptBy(each) === allMillionths) continue;
    const having = cases.filter((one) => one.targets.includes(each));
    const needs = neededFor(each, asked, { own: having.filter(({ isOwn }) => isOwn).map(({ whom }) => whom), others: having.filter(({ isOwn }) => !isOwn).map(({ whom }) => whom) });
    if (needs !== undefined) return { targets, isLacking, tooWide: { target: each, needs } };
  }
  return { targets, isLacking };
}

/** A case with the targets that it has, and whether it is about the target of the whole. */
interface Case {
  readonly whom: Whom;
  readonly isOwn: boolean;
  readonly targets: readonly SlaTarget[];
}

/** Nearly every part has one target, which is for everybody, so that only the targets of the whole tell people apart. */
function sameForAll(asked: Asked, only: SlaTarget): Chosen {
  const { own, others } = asked.people();
  if (own.length === 0) return { targets: [], isLacking: true };
  const needs = keptBy(only) === allMillionths ? undefined : neededFor(only, asked, { own, others });
  return needs === undefined ? { targets: [only], isLacking: false } : { targets: [only], isLacking: false, tooWide: { target: only, needs } };
}

interface Sharing {
  /** Cases of a target of the part that are about the target of the whole, and those that are not. */
  readonly own: readonly Whom[];
  readonly others: readonly Whom[];
}

/** Over whom a target of the part would have to keep its percent, where misses can be moved from other cases to these. */
function neededFor(each: SlaTarget, { promised: whole, target }: Asked, { own, others }: Sharing): Dimension | undefined {
  const { each: over } = target;
  if (over !== undefined && over !== 'pool' && !holdsForEach(each, over)) return over;
  const isMixed = others.some((other) => own.some((one) => sliceOf(each, one) === sliceOf(each, other)));
  if (!isMixed) return undefined;
  const named = dimensions.filter((dimension) => (isDefault(target) ? whole.targets : [target]).some((one) => one[dimension] !== undefined));
  return named.find((dimension) => !holdsFor(each, dimension)) ?? named[0];
}

/** A region may have others inside: a percent for it says nothing about each of these. */
function holdsForEach(target: SlaTarget, over: Dimension): boolean {
  return over === 'region' ? target.each === 'region' : holdsFor(target, over);
}

/** What holds for each persona holds for each tier, because a tier is made of personas. */
function holdsFor(target: SlaTarget, dimension: Dimension): boolean {
  if (target[dimension] !== undefined || target.each === dimension) return true;
  return dimension === 'tier' && (target.each === 'persona' || target.persona !== undefined);
}

/** Cases with the same slice share a percent. */
function sliceOf({ each }: SlaTarget, { tier, persona, region }: Whom): string {
  if (each === 'tier') return tier ?? '';
  if (each === 'persona') return persona ?? `one of ${tier ?? 'no tier'}`;
  return each === 'region' ? (region ?? '') : '';
}

// --- Who there is -------------------------------------------------------------------------------------------

/** One case of each sort that targets tell apart. Who is not named stands for all others. */
function casesOf(workspace: Workspace, targets: readonly SlaTarget[]): readonly Whom[] {
  const named = (dimension: Dimension): readonly (string | undefined)[] => [undefined, ...new Set(targets.flatMap((each) => each[dimension] ?? []))];
  const personas = named('persona');
  const tiers = [...new Set([...named('tier'), ...personas.map((persona) => tierOf(workspace, persona))])];
  const people = personas.flatMap((persona) => tiersOf(workspace, persona, tiers).map((tier) => ({ persona, tier })));
  return named('region').flatMap((region) => people.map((each) => ({ ...each, region })));
}

/** Of a persona that says no tier, none is ruled out. Of the tier of a persona there may be others, whether a target names it or not. */
function tiersOf(workspace: Workspace, persona: string | undefined, tiers: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const tier = tierOf(workspace, persona);
  return tier === undefined ? tiers : [tier];
}

function tierOf(workspace: Workspace, persona: string | undefined): string | undefined {
  return persona === undefined ? undefined : workspace.find('Persona', persona)?.value.tier?.name;
}

/** How many cases of a journey a target is about at the least, in millionths, as the personas say who go through it; nothing when they do not. */
export function groupShare(workspace: Workspace, { spec: { value } }: JourneyModel, { targets }: Promised, target: SlaTarget): number | undefined {
  if (targets.length === 1 && isDefault(target)) return allMillionths;
  if (targets.some(({ region }) => region !== undefined)) return undefined;
  const named = value.personas?.map((persona) => persona.split('@')[0]!);
  const personas = workspace.all('Persona').filter(({ id }) => named === undefined || named.includes(id));
  const isOwn = ({ id, value: { tier } }: Spec<'Persona'>): boolean => narrowestFor(targets, { persona: id, tier: tier?.name, region: undefined }).includes(target);
  const shares = personas.filter((persona) => isOwn(persona) !== isDefault(target)).map(shareOf);
  if (shares.length === 0 || shares.includes(undefined)) return undefined;
  const sum = sumOf(shares);
  if (!isDefault(target)) return sum;
  const all = named === undefined ? allMillionths : Math.min(allMillionths, sumOf(personas.map(shareOf)));
  return all === 0 ? undefined : Math.max(0, allMillionths - Math.ceil((sum * allMillionths) / all));
}

function shareOf({ value: { share } }: Spec<'Persona'>): number | undefined {
  return share === undefined ? undefined : shareMillionths(share);
}

function sumOf(shares: readonly (number | undefined)[]): number {
  return shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
}
