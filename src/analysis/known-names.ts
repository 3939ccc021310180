import { groupBy } from '../base/groups.js';
import { listOf, quoted } from '../base/words.js';
import type { Workspace } from '../model/workspace.js';
import { nounOf } from '../schema/names.js';

/** Documents by their title in small letters: people write the name that they know. */
export function titlesOf(workspace: Workspace): ReadonlyMap<string, readonly { readonly id: string; readonly noun: string }[]> {
  const titled = workspace.specs.flatMap(({ kind, id, value }) => ('title' in value && typeof value.title === 'string' ? [{ id, noun: nounOf(kind), title: value.title.toLowerCase() }] : []));
  return groupBy(titled, ({ title }) => title);
}

/** What to write where somebody wrote a title. */
export function idsInsteadOfTitle(ids: readonly string[], noun: string): string {
  const [first, ...others] = ids.toSorted();
  if (others.length === 0) return `Write \`${first}\`: that is the id of the ${noun} with this title.`;
  return `Write ${listOf(quoted(ids.toSorted().slice(0, 5)), 'or')}: each is the id of a ${noun} with this title.`;
}

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
