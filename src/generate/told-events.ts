import { sameJson } from '../base/json.js';
import { groupBy } from '../base/groups.js';
import type { Spec } from '../model/spec.js';
import { inLanguageOrder } from '../schema/language-order.js';
import type { EmittedEvent } from '../schema/kinds/system.js';
import type { LossHere } from './target.js';

/** An event as a system declares it. */
export interface Declaration {
  /** With its fields as the language orders them. */
  readonly event: EmittedEvent;
  readonly system: Spec<'System'>;
  /** Its place among those of the system. */
  readonly index: number;
}

/** An event with the declaration that is written. */
export interface ToldEvent extends Declaration {
  /** Of the same name, by systems that tell it as well, or by the same system once more. */
  readonly others: readonly Declaration[];
}

/**
 * Every event once, sorted by name. Where several declare it, as where one system takes over from another, that of a system in force is written before
 * one on its way out, and this before a draft; among equals the first by the id of the system.
 */
export function toldEvents(systems: readonly Spec<'System'>[]): readonly ToldEvent[] {
  const all = systems.flatMap((system) => (system.value.emits ?? []).map((event, index): Declaration => ({ event: inLanguageOrder('EmittedEvent', event), system, index })));
  return [...groupBy(all, ({ event }) => event.event).values()].map(writtenOf).toSorted((a, b) => (a.event.event < b.event.event ? -1 : 1));
}

const ranks: Readonly<Record<string, number>> = { active: 0, deprecated: 1 };

function writtenOf(declarations: readonly Declaration[]): ToldEvent {
  const [first, ...others] = declarations.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.system.id < b.system.id ? -1 : a.system.id > b.system.id ? 1 : a.index - b.index));
  return { ...first!, others };
}

function rankOf({ system }: Declaration): number {
  return ranks[system.status] ?? 2;
}

/** The systems that tell an event, the one that is written as it declares it first. */
export function systemsOf({ system, others }: ToldEvent): readonly Spec<'System'>[] {
  return [...new Set([system, ...others.map((each) => each.system)])];
}

/** Declarations that say otherwise than the one of the same name that is written. */
export function unwrittenEvents(told: readonly ToldEvent[]): readonly LossHere[] {
  return told.flatMap((written) => written.others.filter(({ event }) => !sameJson(event, written.event)).map((other) => lossOf(written, other)));
}

function lossOf(written: ToldEvent, { event, system, index }: Declaration): LossHere {
  const isSame = system === written.system;
  const where = isSame ? 'This system declares' : `\`${written.system.id}\` tells`;
  const todo = isSame ? 'Put both into one.' : 'Declare the same in both systems, or give one of the events a name of its own.';
  return { subject: system.coordinate, field: 'emits', at: ['emits', index], reason: `${where} \`${event.event}\` as well, otherwise than here, and an event is written in one form. ${todo}` };
}
