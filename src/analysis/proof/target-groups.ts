import { allMillionths, millionths, shareMillionths } from '../../base/exact.js';
import type { Workspace } from '../../model/workspace.js';
import type { SlaTarget } from '../../schema/kinds/sla.js';
import { widening } from '../regions.js';
import type { Promised } from './promises.js';
import type { Group } from './verdict.js';

/** Over whom a percent may have to hold: everybody together is no dimension. */
export type Dimension = 'tier' | 'persona' | 'region';

/** Whom a target is for. */
export function groupOf({ tier, persona, region }: SlaTarget): Group {
  return { ...(tier === undefined ? {} : { tier }), ...(persona === undefined ? {} : { persona }), ...(region === undefined ? {} : { region }) };
}

/** What a part promises to the group of a target of the whole. */
export interface Chosen {
  /** Targets that cases of the group may have; the weakest of them is reckoned with. */
  readonly targets: readonly SlaTarget[];
  /** A target whose percent holds over more people than the group, so that its misses may all fall on the group. */
  readonly tooWide?: { readonly target: SlaTarget; readonly needs: Dimension };
}

/** Chooses the targets of a part for the cases that one target of the whole is about. */
export function targetsFor(workspace: Workspace, whole: Promised, target: SlaTarget, part: Promised): Chosen {
  const own = part.targets.filter((each) => sameGroup(each, target));
  const chosen = own.length > 0 && !isDefault(target) ? own : part.targets.filter((each) => mayConcern(workspace, each, target));
  const needed = dimensionsOf(whole, target);
  for (const each of chosen) {
    const needs = needed.find((dimension) => !holdsFor(each, dimension) && !isSameDefault(whole, part, target, each, dimension));
    if (needs !== undefined && keptBy(each) !== allMillionths) return { targets: chosen, tooWide: { target: each, needs } };
  }
  return { targets: chosen };
}

/** The share that a target promises, all when it says none; nothing when it is finer than a millionth. */
export function keptBy({ percent }: SlaTarget): number | undefined {
  return percent === undefined ? allMillionths : millionths(percent);
}

export function isDefault({ tier, persona, region }: SlaTarget): boolean {
  return tier === undefined && persona === undefined && region === undefined;
}

function sameGroup(a: SlaTarget, b: SlaTarget): boolean {
  return a.tier === b.tier && a.persona === b.persona && a.region === b.region;
}

/** A target for another tier concerns no case of this one; one for a region or a persona of the tier may. */
function mayConcern(workspace: Workspace, part: SlaTarget, target: SlaTarget): boolean {
  if (part.tier !== undefined && target.tier !== undefined && part.tier !== target.tier) return false;
  if (part.persona !== undefined && target.persona !== undefined && part.persona !== target.persona) return false;
  if (part.region !== undefined && target.region !== undefined && !isRelated(part.region, target.region)) return false;
  const [tiered, person] = part.tier === undefined ? [target, part] : [part, target];
  if (tiered.tier === undefined || person.persona === undefined) return true;
  const tier = workspace.find('Persona', person.persona)?.value.tier?.name;
  return tier === undefined || tier === tiered.tier;
}

/** A country and a group of countries that it belongs to share cases. */
function isRelated(a: string, b: string): boolean {
  return widening(a).includes(b) || widening(b).includes(a);
}

/**
 * What a percent has to hold for: the group that the target is for, what its `each` says, and, of a default beside
 * targets for groups, the rest that these leave over.
 */
function dimensionsOf(whole: Promised, target: SlaTarget): readonly Dimension[] {
  const needed = new Set<Dimension>();
  if (target.each !== undefined && target.each !== 'pool') needed.add(target.each);
  for (const each of isDefault(target) ? whole.targets : [target]) {
    if (each.tier !== undefined) needed.add('tier');
    if (each.persona !== undefined) needed.add('persona');
    if (each.region !== undefined) needed.add('region');
  }
  return [...needed];
}

/** What holds for each persona holds for each tier, because a tier is made of personas. */
function holdsFor(target: SlaTarget, dimension: Dimension): boolean {
  if (target[dimension] !== undefined || target.each === dimension) return true;
  return dimension === 'tier' && (target.each === 'persona' || target.persona !== undefined);
}

/** Where both leave over the same rest, the default of the one is about the same cases as that of the other. */
function isSameDefault(whole: Promised, part: Promised, target: SlaTarget, each: SlaTarget, dimension: Dimension): boolean {
  if (!isDefault(target) || !isDefault(each) || target.each === dimension) return false;
  const groups = (promised: Promised): string => JSON.stringify(promised.targets.filter((one) => !isDefault(one)).map(groupOf).map((group) => JSON.stringify(group)).sort());
  return groups(whole) === groups(part);
}

/** How many of all cases a target is about, in millionths, as the personas say; nothing when they do not. */
export function groupShare(workspace: Workspace, { targets }: Promised, target: SlaTarget): number | undefined {
  if (!isDefault(target)) return shareOf(workspace, target);
  const others = targets.filter((each) => !isDefault(each)).map((each) => shareOf(workspace, each));
  return others.includes(undefined) ? undefined : Math.max(0, allMillionths - (others as number[]).reduce((sum, each) => sum + each, 0));
}

function shareOf(workspace: Workspace, { tier, persona, region }: SlaTarget): number | undefined {
  if (region !== undefined) return undefined;
  const personas = workspace.all('Persona').filter(({ id, value }) => (persona === undefined || id === persona) && (tier === undefined || value.tier?.name === tier));
  const shares = personas.map(({ value }) => (value.share === undefined ? undefined : shareMillionths(value.share)));
  return shares.length === 0 || shares.includes(undefined) ? undefined : (shares as number[]).reduce((sum, each) => sum + each, 0);
}
