import type { JourneyModel, StepModel } from '../model/journey.js';
import { isOnward } from '../model/transitions.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { isDoneByPeople } from './people-at-work.js';
import { follow } from './reachability.js';
import { isMain } from './ways.js';

/** Channels on which customers help themselves: the web, apps, and whatever a system of that sort serves. */
export function selfServiceChannels(workspace: Workspace): ReadonlySet<string> {
  return new Set(['web', 'app', ...servingSystems(workspace).flatMap(({ value }) => value.channels!)]);
}

/** The systems that say of a channel of a journey that customers help themselves there. */
export function systemsServing(workspace: Workspace, { steps }: JourneyModel): readonly Spec<'System'>[] {
  const used = new Set(steps.flatMap(({ channels }) => channels));
  return servingSystems(workspace).filter(({ value }) => value.channels!.some((channel) => used.has(channel)));
}

function servingSystems(workspace: Workspace): readonly Spec<'System'>[] {
  return workspace.all('System').filter(({ value: { type, channels } }) => (type === 'web' || type === 'app') && channels !== undefined);
}

/** True for a step that the customer does alone with a machine. */
export function isSelfService(step: StepModel, channels: ReadonlySet<string>): boolean {
  const alone = step.value.lane === 'customer' && step.hosts.length === 0 && step.value.with === undefined;
  return alone && step.channels.length > 0 && step.channels.every((channel) => channels.has(channel));
}

/** True when a customer can speak to somebody in the step. */
export function meetsPeople(step: StepModel, channels: ReadonlySet<string>): boolean {
  if (step.value.lane === 'customer') return step.channels.some((channel) => !channels.has(channel));
  return step.value.lane === 'frontstage' && (isDoneByPeople(step) || step.actors.includes('partner'));
}

/** True when a case that fails in a step gets to somebody: by its `onFail`, an interruption, or as the next step. */
export function findsHelp(journey: JourneyModel, step: StepModel, isHelp: (step: StepModel) => boolean): boolean {
  const helps = (id: string): boolean => journey.step(id) !== undefined && isHelp(journey.step(id)!);
  const ways = journey.from(step.id);
  if (ways.some((way) => isOnward(way) && helps(way.to))) return true;
  const rescue = ways.filter(({ kind }) => kind === 'fail' || kind === 'interrupt').map(({ to }) => to);
  const fallbacks = (step.value.dependsOn ?? []).flatMap(({ fallback }) => (fallback?.step === undefined ? [] : (journey.step(fallback.step)?.id ?? [])));
  return [...follow(journey, [...rescue, ...fallbacks], (way) => isMain(way) && way.to !== step.id)].some(helps);
}
