import type { ChannelClass, Forum, LockedPart, Policy, ProfileName, Regime } from '../schema/kinds/policy.js';
import type { Spec } from './spec.js';

/** What the workspace's Policy says, with the defaults where it is silent or absent. */
export interface EffectivePolicy {
  /** The document; absent when the workspace has none. */
  readonly spec?: Spec<'Policy'>;
  readonly value: Partial<Policy>;
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

/** The Policy in force for a workspace: the one that it names, or the only one. */
export function effectivePolicy(specs: readonly Spec[], workspace: Spec<'Workspace'> | undefined): EffectivePolicy {
  const policies = specs.filter((spec): spec is Spec<'Policy'> => spec.kind === 'Policy');
  const spec = policies.find(({ id }) => id === workspace?.value.policy) ?? policies[0];
  const value: Partial<Policy> = spec?.value ?? {};
  return {
    ...(spec === undefined ? {} : { spec }),
    value,
    profile: value.profile ?? 'starter',
    ruleset: value.ruleset ?? 1,
    channels: new Map(value.channels === undefined ? defaultChannels : Object.entries(value.channels)),
    lifecycle: value.lifecycle ?? defaultLifecycle,
    regimes: value.regimes ?? [],
    forums: value.forums ?? [],
    locked: value.locked ?? defaultLocked,
  };
}
