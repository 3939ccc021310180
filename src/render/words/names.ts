/** What people call the things that a journey names by their ids. What has no title keeps its id. */
import type { StepModel } from '../../model/journey.js';
import type { Workspace } from '../../model/workspace.js';

/** Who acts: a team by its title, or the customer. */
export function actorName(workspace: Workspace, actor: string): string {
  if (actor === 'customer') return 'Customer';
  if (actor === 'partner') return 'Partner';
  const [team, role] = actor.split('#');
  const spec = workspace.find('Team', team!);
  const title = spec?.value.title ?? team!;
  if (role === undefined) return title;
  return `${title} (${spec?.value.roles?.find(({ id }) => id === role)?.title ?? role})`;
}

/** Everybody who acts in a step. */
export function actorNames(workspace: Workspace, step: StepModel): readonly string[] {
  return [...new Set(step.actors.map((actor) => actorName(workspace, actor)))];
}

/** A data element. */
export function elementName({ registers }: Workspace, id: string): string {
  return registers.elements.get(id)?.value.title ?? id;
}

/** A system, a promise, a KPI, a journey or a persona. */
export function titleOf(workspace: Workspace, kind: 'Journey' | 'Kpi' | 'Persona' | 'Sla' | 'System', id: string): string {
  return workspace.find(kind, id)?.value.title ?? id;
}

/** A status as the Glossary prefers to say it. */
export function statusName({ registers }: Workspace, code: string): string {
  return registers.statuses.get(code)?.value.preferred ?? code;
}

const longestLabel = 80;

/** Words short enough for a picture. The table beside it has all of them. */
export function brief(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length <= longestLabel ? characters.join('') : `${characters.slice(0, longestLabel - 1).join('')}…`;
}
