import type { Workspace } from '../model/workspace.js';
import { nounOf } from '../schema/names.js';

/** What bears a name in the workspace, in words: `claims` is a team. */
export function bearersOfNames(workspace: Workspace): ReadonlyMap<string, readonly string[]> {
  const { registers, policy } = workspace;
  const bearers = new Map<string, string[]>();
  const add = (name: string, noun: string): void => void (bearers.has(name) ? bearers.get(name)!.push(noun) : bearers.set(name, [noun]));
  for (const { kind, id } of workspace.specs) add(id, nounOf(kind));
  for (const name of registers.events.keys()) add(name, 'event');
  for (const name of registers.elements.keys()) add(name, 'data element');
  for (const name of registers.purposes.keys()) add(name, 'purpose');
  for (const name of registers.statuses.keys()) add(name, 'status word');
  for (const name of registers.classRanks.keys()) add(name, 'data class');
  for (const name of policy.channels.keys()) add(name, 'channel');
  for (const name of policy.lifecycle) add(name, 'phase');
  for (const { id } of policy.regimes) add(id, 'regime');
  for (const { id } of policy.forums) add(id, 'forum');
  return bearers;
}
