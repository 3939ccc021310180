import { findRole, type TeamRole } from '../../../analysis/roles.js';
import { compareText } from '../../../base/diagnostic.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Activity, DataElement } from '../../../schema/kinds/data-catalog.js';
import { fill, type FilledRegister, type Register } from '../../register.js';
import type { GeneratorInput, LossHere } from '../../target.js';
import { sorted, type Catalogues } from './catalogues.js';
import { retentionWords } from './retention.js';
import { transferWords } from './systems.js';

interface ActivityRow {
  readonly activity: Activity;
  readonly controller: string | undefined;
  readonly officer: string | undefined;
  readonly contact: string | undefined;
  readonly from: Catalogues;
}

/** The register of processing activities under GDPR Art. 30(1). The letters are those of that paragraph. */
export const processingRegister: Register<ActivityRow> = {
  id: 'processing-register',
  description: 'The register of processing activities (GDPR Art. 30(1)), one row for each activity. The letters are those of that paragraph.',
  columns: [
    { name: 'activity', always: true, description: 'The activity.', of: ({ activity }) => activity.id },
    { name: 'title', description: 'Its name for people.', of: ({ activity }) => activity.title },
    { name: 'controller', description: '(a) The controller: `organisation` of the workspace. How to reach it stands in no document.', of: ({ controller }) => controller },
    { name: 'dataProtectionOfficer', description: '(a) The role that the Policy names as `dpo`.', of: ({ officer }) => officer },
    { name: 'dataProtectionOfficerContact', description: '(a) How to reach it: `contact` of that role in its team.', of: ({ contact }) => contact },
    { name: 'purpose', description: '(b) What for.', of: ({ activity }) => activity.purpose },
    { name: 'purposeTitle', description: '(b) The same for people.', of: ({ activity, from }) => from.purpose(activity.purpose)?.title },
    { name: 'basis', description: 'The lawful ground, as Art. 6 has them.', of: ({ activity, from }) => from.purpose(activity.purpose)?.basis },
    { name: 'art9', description: 'The ground of Art. 9, for special classes of data.', of: ({ activity, from }) => from.purpose(activity.purpose)?.art9 },
    { name: 'assessment', description: 'The Record that weighed the interests or the risk.', of: ({ activity, from }) => from.purpose(activity.purpose)?.assessment },
    { name: 'subjects', type: 'texts', description: '(c) Whose data.', of: ({ activity }) => activity.subjects ?? [] },
    { name: 'elements', type: 'texts', description: '(c) Which data.', of: ({ activity }) => activity.elements ?? [] },
    { name: 'elementTitles', type: 'texts', description: '(c) The same for people, in the same order.', of: (row) => dataOf(row).map(({ id, value }) => value?.title ?? id) },
    { name: 'classes', type: 'texts', description: 'The classes of protection among them.', of: (row) => sorted(dataOf(row).flatMap(({ value }) => value?.class ?? [])) },
    { name: 'recipients', type: 'texts', description: '(d) Who gets them.', of: ({ activity }) => activity.recipients ?? [] },
    { name: 'transfers', type: 'texts', description: '(e) Regions that they leave for, each with the safeguard.', of: ({ activity }) => transferWords(activity.transfers) },
    { name: 'retention', type: 'texts', description: '(f) How long each piece of data is kept, and what happens then.', of: (row) => dataOf(row).map(({ id, value }) => (value === undefined ? `${id}: not said` : retentionWords(id, value))) },
    { name: 'measures', type: 'texts', description: '(g) How they are protected.', of: ({ activity }) => activity.measures ?? [] },
    { name: 'systems', type: 'texts', description: 'The systems that hold the truth of them. What is said of these stands in `data-systems`.', of: (row) => sorted(dataOf(row).flatMap(({ value }) => value?.master ?? [])) },
  ],
};

/** The filled register, and what it would say of the controller if it had an activity. */
export function processingRows({ all, workspace }: GeneratorInput, from: Catalogues): { readonly register: FilledRegister; readonly losses: readonly LossHere[] } {
  const root = all('Workspace').find((spec) => spec === workspace.root);
  const policy = all('Policy').find((spec) => spec === workspace.policy.spec);
  const [controller, officer] = [root?.value.organisation, policy?.value.roles?.['dpo']];
  const activities = from.catalogues.flatMap(({ value }) => value.activities ?? []).toSorted((a, b) => compareText(a.id, b.id));
  const heads: readonly Spec[] = [...(controller === undefined ? [] : [root!]), ...(officer === undefined ? [] : [policy!])];
  const reached = officer === undefined ? undefined : reachedAs(officer, workspace, all('Team'));
  const rows = activities.map((activity) => ({ activity, controller, officer, contact: reached?.role.contact, from }));
  if (rows.length > 0) return { register: fill(processingRegister, rows, [...from.sources, ...heads, ...(reached === undefined ? [] : [reached.team])]), losses: reached === undefined ? [] : otherRoles(reached) };
  return { register: fill(processingRegister, rows, from.sources), losses: heads.map(({ coordinate }) => ({ subject: coordinate, field: '', reason: noActivity })) };
}

/** The role of the officer, where a team that is written out says how to reach it. */
function reachedAs(officer: string, workspace: Workspace, teams: readonly Spec<'Team'>[]): TeamRole | undefined {
  const found = findRole(workspace, officer);
  return found?.role.contact !== undefined && teams.includes(found.team) ? found : undefined;
}

function otherRoles({ team, role }: TeamRole): readonly LossHere[] {
  const reason = 'Of the roles of a team, the register says of the data protection officer alone how to reach it.';
  return team.value.roles!.flatMap((each, index) => (each === role ? [] : [{ subject: team.coordinate, field: 'roles', at: ['roles', index], reason, sort: 'limit' as const }]));
}

const noActivity = 'The register of processing activities is empty, so it names neither the controller nor the data protection officer: write `activities` in a data catalogue.';

function dataOf({ activity, from }: ActivityRow): readonly { readonly id: string; readonly value: DataElement | undefined }[] {
  return (activity.elements ?? []).map((id) => ({ id, value: from.element(id) }));
}
