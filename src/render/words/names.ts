/** What people call the things that a journey names by their ids, ready to stand beside other words. What has no title keeps its id. */
import { beside, firstOf, isolated, withoutIsolates } from '../../base/bidi.js';
import type { StepModel } from '../../model/journey.js';
import type { Workspace } from '../../model/workspace.js';

/** Who acts: a team by its title, or the customer. */
export function actorName(workspace: Workspace, actor: string): string {
  if (actor === 'customer') return 'Customer';
  if (actor === 'partner') return 'Partner';
  const [team, role] = actor.split('#');
  const spec = workspace.find('Team', team!);
  const title = spec?.value.title ?? team!;
  if (role === undefined) return isolated(title);
  return beside`${title} (${spec?.value.roles?.find(({ id }) => id === role)?.title ?? role})`;
}

/** Everybody who acts in a step, with the role where one is written. */
export function actorNames(workspace: Workspace, step: StepModel): readonly string[] {
  return [...new Set(step.actorsWithRoles.map((actor) => actorName(workspace, actor)))];
}

/** A data element. */
export function elementName({ registers }: Workspace, id: string): string {
  return isolated(registers.elements.get(id)?.value.title ?? id);
}

/** A system, a promise, a KPI, a journey or a persona. */
export function titleOf(workspace: Workspace, kind: 'Journey' | 'Kpi' | 'Persona' | 'Sla' | 'System', id: string): string {
  return isolated(workspace.find(kind, id)?.value.title ?? id);
}

/** A status as the Glossary prefers to say it. */
export function statusName({ registers }: Workspace, code: string): string {
  return isolated(registers.statuses.get(code)?.value.preferred ?? code);
}

const longestLabel = 80;

/** Words short enough for a picture. The table beside it has all of them. */
export function brief(text: string): string {
  return noLongerThan(longestLabel, text);
}

/** Words of at most so many characters. */
export function noLongerThan(most: number, text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= most || [...withoutIsolates(line)].length <= most ? line : `${firstOf(line, most - 1)}…`;
}
