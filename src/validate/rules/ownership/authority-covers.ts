import { workingTeams } from '../../../analysis/journey-teams.js';
import { teamsAbove } from '../../../analysis/team-hierarchy.js';
import { suchAs } from '../../../analysis/spec-words.js';
import { listOf, quoted } from '../../../base/words.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** Teams that work on a journey and whom its owner has no say over. */
export const authorityCovers: Rule = {
  id: 'ownership/authority-covers',
  code: 'OWN-007',
  summary: 'The owner of a journey may decide about the part of every team that works on it, or the team escalates to the owner.',
  rationale: 'An owner who may only ask cannot keep a promise that other teams have to keep.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.2'],
  silencedBy: [{ code: 'REF-001', within: 'name' }],
  examples: {
    valid: [
      { title: 'The journey says so', files: { 'journey.yaml': lostCard('ownership: {authority: [payments]}\n') } },
      {
        title: 'The other team calls the owner when it cannot help itself',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: cards\ntitle: Cards\nversion: 1.0.0\nstatus: active\nowner: cards\nescalatesTo: claims#lead\n', 'journey.yaml': lostCard('').replace('actor: payments', 'actor: cards') },
      },
    ],
    invalid: [
      {
        title: 'Another team works and the owner has no say',
        files: { 'journey.yaml': lostCard('') },
        at: 'claims',
        message: 'Team `claims` owns journey `lost-card` and has no say over `payments`.',
      },
      {
        title: 'The list of teams is not whole',
        files: { 'journey.yaml': lostCard('ownership: {authority: [claims]}\n') },
        at: 'authority',
        message: 'Team `claims` owns journey `lost-card` and has no say over `payments`.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    function* (journey) {
      const uncovered = uncoveredTeams(workspace, journey);
      if (uncovered.length === 0) return;
      const { owner } = journey.spec;
      const authority = journey.spec.value.ownership?.authority ?? [];
      yield {
        at: placeOf(journey),
        names: uncovered.map((team) => `team ${team}`),
        message: `Team \`${owner}\` owns journey \`${journey.id}\` and has no say over ${listOf(quoted(uncovered))}.`,
        hint: `Agree on it and write \`ownership: {authority: [${[...authority, ...uncovered].join(', ')}]}\`, or let ${uncovered.length === 1 ? 'the team' : 'each team'} have \`escalatesTo:\` with a role of \`${owner}\`${suchAs(roleOf(workspace, owner))}.`,
      };
    },
};

/** Teams at work that neither the journey nor a way upwards puts under its owner, in order. */
function uncoveredTeams(workspace: Workspace, journey: JourneyModel): readonly string[] {
  const covered = new Set([journey.spec.owner, ...(journey.spec.value.ownership?.authority ?? [])]);
  const known = [...workingTeams(journey)].filter((id) => !covered.has(id) && workspace.find('Team', id) !== undefined);
  return known.filter((id) => ![...teamsAbove(workspace, id)].some((above) => covered.has(above))).sort();
}

/** The list that is not whole; the owner where there is none, or where it is the one of the base. */
function placeOf({ spec }: JourneyModel): Finding['at'] {
  const path = ['ownership', 'authority'];
  const isOwn = spec.value.ownership?.authority !== undefined && spec.origin(path).document === spec.document;
  return isOwn ? { spec, path, part: 'key' } : { spec, path: ['owner'] };
}

function lostCard(ownership: string): string {
  return activeDocument('Journey', 'lost-card', `${ownership}stages:
  - id: report
    title: Report
    steps:
      - {id: check, title: We check the report, lane: backstage}
      - {id: pay, title: The loss is paid, lane: backstage, actor: payments, end: success}
`);
}

function roleOf(workspace: Workspace, team: string): string | undefined {
  const [role] = workspace.find('Team', team)?.value.roles ?? [];
  return role === undefined ? undefined : `${team}#${role.id}`;
}
