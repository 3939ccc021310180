import { nearest } from '../base/words.js';
import type { Document } from '../load/document.js';
import { languageTable } from '../schema/generated/language-table.js';
import type { ChannelClass, Forum, LockedPart, Policy, ProfileName, Regime } from '../schema/kinds/policy.js';
import { soundPartOf, type SoundPart } from './sound-policy.js';
import type { Spec } from './spec.js';

/** What the workspace's Policy says, with the defaults where it is silent or absent. */
export interface EffectivePolicy {
  /** The document; absent when the workspace has none that is sound. */
  readonly spec?: Spec<'Policy'>;
  /** The document when it is broken: `value` then holds what is sound in it. */
  readonly broken?: Document;
  readonly value: Partial<Policy>;
  /** True when the Policy may have said something of this that cannot be read, so that its silence means nothing. */
  readonly isLost: SoundPart['isLost'];
  readonly profile: ProfileName;
  readonly ruleset: number;
  readonly channels: ReadonlyMap<string, ChannelClass>;
  readonly lifecycle: readonly string[];
  readonly regimes: readonly Regime[];
  readonly forums: readonly Forum[];
  readonly locked: readonly LockedPart[];
}

/** Channels of a workspace whose Policy names none. */
const defaultChannels: readonly (readonly [string, string])[] = [
  ['web', 'confidential'], ['app', 'restricted'], ['phone', 'confidential'], ['branch', 'restricted'], ['email', 'internal'], ['sms', 'internal'],
  ['letter', 'confidential'], ['video', 'confidential'], ['field', 'confidential'], ['store', 'confidential'], ['social', 'public'], ['chat', 'confidential'],
];

const defaultLifecycle = ['acquire', 'onboard', 'use', 'support', 'change', 'leave'] as const;
const defaultLocked = ['disclosures', 'escalations', 'data', 'clock'] as const;

/**
 * The Policy that governs a workspace: the one that it names, or the first. Of a broken one, what is sound in it holds. One that is retired governs nothing
 * any more. Its days are not asked: one that is put off to a far day would leave the workspace to nobody until then.
 */
export function effectivePolicy(specs: readonly Spec[], broken: readonly Document[], workspace: Spec<'Workspace'> | undefined): EffectivePolicy {
  const sound = specs.filter((spec): spec is Spec<'Policy'> => spec.kind === 'Policy' && spec.status !== 'retired');
  const faulty = broken.filter((document) => isPolicy(document) && document.value['status'] !== 'retired');
  const named = workspace?.value.policy;
  const spec = named === undefined ? sound[0] : sound.find(({ id }) => id === named);
  if (spec !== undefined) return inForce(spec);
  const meant = faulty.find(({ value }) => value['id'] === named) ?? faulty[0];
  return meant === undefined ? inForce(sound[0]) : inForce(undefined, meant);
}

/** A document that cannot be parsed, or does not know how to spell its kind, tells it in its text alone. */
function isPolicy({ kind, source, span }: Document): boolean {
  if (kind !== undefined) return kind === 'Policy';
  const written = /^kind[a-z]?:[ \t]*["']?([A-Za-z]+)/m.exec(source.text.slice(span.start, span.end))?.[1];
  return written !== undefined && nearest(written, languageTable.kinds) === 'Policy';
}

function inForce(spec?: Spec<'Policy'>, broken?: Document): EffectivePolicy {
  const { value, isLost }: SoundPart = broken === undefined ? { value: spec?.value ?? {}, isLost: () => false } : soundPartOf(broken);
  const unless = <Value>(field: keyof Policy, usual: readonly Value[]): readonly Value[] => (isLost(field) ? [] : usual);
  return {
    ...(spec === undefined ? {} : { spec }),
    ...(broken === undefined ? {} : { broken }),
    value,
    isLost,
    profile: value.profile ?? 'starter',
    ruleset: value.ruleset ?? 1,
    channels: new Map(value.channels === undefined ? unless('channels', defaultChannels) : Object.entries(value.channels)),
    lifecycle: value.lifecycle ?? unless('lifecycle', defaultLifecycle),
    regimes: value.regimes ?? [],
    forums: value.forums ?? [],
    locked: value.locked ?? unless('locked', defaultLocked),
  };
}
