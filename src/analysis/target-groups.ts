import type { Workspace } from '../model/workspace.js';
import type { Sla, SlaTarget } from '../schema/kinds/sla.js';
import { widening } from './regions.js';

/** Whom a target is for, as people say it: `everybody`, ``tier `gold` ``, ``persona `fleet` in `AT` ``. */
export function groupName({ tier, persona, region }: SlaTarget): string {
  const who = [tier === undefined ? '' : `tier \`${tier}\``, persona === undefined ? '' : `persona \`${persona}\``].filter((word) => word !== '').join(' and ');
  if (region === undefined) return who === '' ? 'everybody else' : who;
  return `${who === '' ? 'region' : `${who} in`} \`${region}\``;
}

/** True for a target of one group with the same names as another. */
export function isSameGroup(a: SlaTarget, b: SlaTarget): boolean {
  return a.tier === b.tier && a.persona === b.persona && a.region === b.region;
}

/** True for the target that holds where no other does. */
export function isDefault({ tier, persona, region }: SlaTarget): boolean {
  return tier === undefined && persona === undefined && region === undefined;
}

/** How fast a promise is for whoever has no target of their own, wherever that target stands; nothing where it is made to some alone. */
export function timeForTheRest({ targets = [] }: Partial<Sla>): string | undefined {
  return targets.find(isDefault)?.within;
}

/** A case to which two targets apply, neither of which is the narrower one. */
export interface Clash {
  readonly persona: string;
  readonly one: SlaTarget;
  readonly other: SlaTarget;
}

/**
 * A persona that two targets apply to equally. The narrower target wins: one for a persona over one for its tier, one for a
 * region over one for all, a country over a group of countries. One that is narrower in who and another that is narrower in where
 * leave it open.
 */
export function firstClash(workspace: Workspace, targets: readonly SlaTarget[]): Clash | undefined {
  const regions = [undefined, ...new Set(targets.flatMap(({ region }) => region ?? []))];
  for (const { id, status, value } of workspace.all('Persona')) {
    if (status === 'retired') continue;
    for (const region of regions) {
      const open = openChoice(narrowestFor(targets, { persona: id, tier: value.tier?.name, region }));
      if (open !== undefined) return { persona: id, one: open[0], other: open[1] };
    }
  }
  return undefined;
}

/** Whom a case is about, as far as targets ask. */
export interface Whom {
  readonly tier: string | undefined;
  readonly persona: string | undefined;
  readonly region: string | undefined;
}

/** The targets that a case has: those that apply to it and that no narrower one stands before. Several where it is left open which. */
export function narrowestFor(targets: readonly SlaTarget[], whom: Whom): readonly SlaTarget[] {
  const applying = targets.filter((target) => applies(target, whom));
  return applying.filter((one) => !applying.some((other) => isNarrower(other, one)));
}

function applies(target: SlaTarget, { tier, persona, region }: Whom): boolean {
  if (target.persona !== undefined && target.persona !== persona) return false;
  if (target.tier !== undefined && target.tier !== tier) return false;
  return target.region === undefined || (region !== undefined && widening(region).includes(target.region));
}

/** Two of them for different groups. */
function openChoice(narrowest: readonly SlaTarget[]): readonly [SlaTarget, SlaTarget] | undefined {
  const [first] = narrowest;
  const second = narrowest.find((each) => first !== undefined && !isSameGroup(each, first));
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** True where the one target stands before the other for every case that both apply to. */
export function isNarrower(one: SlaTarget, other: SlaTarget): boolean {
  return isAsNarrow(one, other) && !isAsNarrow(other, one);
}

function isAsNarrow(one: SlaTarget, other: SlaTarget): boolean {
  const who = one.persona !== undefined || (other.persona === undefined && (one.tier !== undefined || other.tier === undefined));
  const where = other.region === undefined || (one.region !== undefined && widening(one.region).includes(other.region));
  return who && where;
}
