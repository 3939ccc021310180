import { findRole, hasSomebody, isFilled } from '../../../analysis/roles.js';
import { listOf } from '../../../base/words.js';
import type { JourneyModel } from '../../../model/journey.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument } from '../../example-texts.js';
import { idPlace } from '../../id-place.js';
import type { Rule } from '../../rule.js';

/** A journey whose owning team has nobody who could decide about it. */
export const ownerAtWork: Rule = {
  id: 'ownership/owner-at-work',
  code: 'OWN-002',
  summary: 'The team that owns an active journey has a role that somebody fills, or the journey names a delegate.',
  rationale: 'Authority needs a person. Without one, a change waits and an escalation reaches nobody.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.2'],
  silencedBy: [{ code: 'REF-006', within: 'spec' }, { code: 'STR-003', within: 'subject' }],
  examples: {
    valid: [
      { title: 'The owning team has a role with a person', files: { 'team.yaml': cardTeam('[{id: journey-owner, person: c-lang}]'), 'journey.yaml': lostCard('') } },
      { title: 'Somebody of another team stands in', files: { 'team.yaml': cardTeam('[]'), 'journey.yaml': lostCard('ownership: {delegate: claims#lead}\n') } },
    ],
    invalid: [
      {
        title: 'The owning team has people and no role',
        files: { 'team.yaml': cardTeam('[]'), 'journey.yaml': lostCard('') },
        at: 'cards',
        message: 'Nobody in team `cards` can decide about journey `lost-card`, which the team owns.',
      },
    ],
  },
  *check({ workspace }) {
    for (const [team, journeys] of ownedBy(workspace)) {
      const waiting = hasSomebody(workspace, team) ? [] : journeys.filter((journey) => !hasDelegate(workspace, journey));
      if (waiting.length === 0) continue;
      const names = listOf([...waiting.slice(0, 3).map(({ id }) => `\`${id}\``), ...(waiting.length > 3 ? [`${waiting.length - 3} more`] : [])]);
      yield {
        at: idPlace(team),
        message: `Nobody in team \`${team.id}\` can decide about journey ${names}, which the team owns.`,
        hint: 'Add `roles: [{id: journey-owner, person: ...}]` to the team, with the id of somebody under its `people`.',
        related: waiting.slice(0, 20).map(({ spec }) => ({ message: 'It owns this journey.', at: { spec, path: ['owner'] } })),
      };
    }
  },
};

/** Active journeys by their owning teams, so that a team without anybody is told once. */
function ownedBy(workspace: Workspace): ReadonlyMap<Spec<'Team'>, readonly JourneyModel[]> {
  const owned = new Map<Spec<'Team'>, JourneyModel[]>();
  for (const journey of workspace.journeys.filter(({ spec }) => isActive(spec))) {
    const team = workspace.find('Team', journey.spec.owner);
    if (team === undefined || !isActive(team)) continue;
    if (owned.has(team)) owned.get(team)!.push(journey);
    else owned.set(team, [journey]);
  }
  return owned;
}

function hasDelegate(workspace: Workspace, { spec }: JourneyModel): boolean {
  const { delegate } = spec.value.ownership ?? {};
  const role = delegate === undefined ? undefined : findRole(workspace, delegate);
  return role !== undefined && isFilled(workspace, role);
}

function cardTeam(roles: string): string {
  return activeDocument('Team', 'cards', `people: [{id: c-lang, handles: [c-lang]}]
roles: ${roles}
`);
}

function lostCard(ownership: string): string {
  return `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 1.0.0
status: active
owner: cards
${ownership}stages:
  - id: report
    title: Report
    steps:
      - {id: block, title: We block the card, lane: backstage, end: success}
`;
}
