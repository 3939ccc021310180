import type { CalendarDay } from '../../base/date.js';
import { compareText } from '../../base/diagnostic.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { spanIn } from '../../load/document.js';
import { dayNumber } from '../business-time/local-time.js';
import { actingIn } from '../roles.js';
import { readReference } from '../written-reference.js';
import { dueEnds } from './due-ends.js';
import { dueLooks } from './due-looks.js';
import { dueRecords } from './due-records.js';
import { dueReviews } from './due-reviews.js';
import { dueValidations } from './due-validations.js';
import type { Due, DueOwner, FoundDue } from './due.js';

/**
 * Everything that has a day by which somebody has to do something again: reviews, confirmations of steps, looks at systems, and all that ends, as promises, agreements,
 * assessments, attestations, grants of access, waivers and documents. Only what is active or deprecated is asked; Records of a later day do not count.
 *
 * @param workspace - What is looked at, as {@link loadWorkspace} or {@link workspaceInForce} give it.
 * @param asOf - The day that is judged for, such as `2026-11-22`. What was due before it is overdue, and what ends on it has ended.
 * @returns By the day, the earliest first; what is overdue is therefore at the front.
 */
export function whatIsDue(workspace: Workspace, asOf: CalendarDay): readonly Due[] {
  const found = [...dueReviews(workspace, asOf), ...dueValidations(workspace, asOf), ...dueLooks(workspace, asOf), ...dueRecords(workspace, asOf), ...dueEnds(workspace)];
  const told = found.map((each) => tell(workspace, each, asOf));
  return told.sort((a, b) => compareText(a.day, b.day) || compareText(a.subject, b.subject) || compareText(a.kind, b.kind) || compareText(a.field, b.field));
}

function tell(workspace: Workspace, { kind, spec, path, field = path.join('.'), day, isEnd, next }: FoundDue, asOf: CalendarDay): Due {
  const owner = ownerOf(workspace, spec);
  return {
    kind,
    subject: spec.coordinate,
    title: titleOf(spec),
    field,
    ...(owner === undefined ? {} : { owner }),
    day,
    daysLeft: dayNumber(day) - dayNumber(asOf),
    isOverdue: isEnd ? day <= asOf : day < asOf,
    next,
    get span() {
      const { document, path: written } = spec.origin(path);
      return spanIn(document, written);
    },
  };
}

function titleOf({ id, value }: Spec): string {
  return 'title' in value && value.title !== undefined ? value.title : id;
}

/** For a document its team with whoever acts in it; for a Record whoever wrote it. */
function ownerOf(workspace: Workspace, spec: Spec): DueOwner | undefined {
  const writers = spec.kind === 'Record' ? (spec as Spec<'Record'>).value.by : undefined;
  const id = writers === undefined ? spec.owner : readReference(writers[0] ?? '').id;
  if (id === '') return undefined;
  const team = workspace.find('Team', id);
  const roles = writers ?? (team?.value.roles ?? []).map((role) => `${id}#${role.id}`);
  return { team: id, title: team?.value.title ?? id, people: roles.flatMap((role) => actingIn(workspace, role).slice(0, 1).map(({ person }) => ({ role, person: person.id }))) };
}
