import { leftOutOf } from '../../../analysis/doubled-specs.js';
import { hasUnreadTeam } from '../../../analysis/completeness.js';
import { levelOf, teamsAtTheTable } from '../../../analysis/journey-teams.js';
import { listOf } from '../../../base/words.js';
import type { JourneyModel } from '../../../model/journey.js';
import { isActive } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, examplePolicy } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const policy = examplePolicy(`requiredFunctions: [service, finance]
`);

/** An end-to-end journey at whose table a function of the company is missing. */
export const requiredFunctions: Rule = {
  id: 'ownership/required-functions',
  code: 'OWN-008',
  summary: 'An end-to-end journey has a team of every function that the Policy requires: at work, asked or told.',
  rationale: 'A function that is not at the table hears of a change when its customers complain.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S0.P1.1.1'],
  silencedBy: [{ code: 'REF-001', within: 'spec' }],
  examples: {
    valid: [
      { title: 'Finance is told about changes', files: { 'policy.yaml': policy, 'journey.yaml': lostCard('end-to-end', 'ownership: {stakeholders: [payments]}\n') } },
      { title: 'A micro journey stays within one team', files: { 'policy.yaml': policy, 'journey.yaml': lostCard('micro', '') } },
    ],
    invalid: [
      {
        title: 'Nobody of finance is at the table',
        files: { 'policy.yaml': policy, 'journey.yaml': lostCard('end-to-end', '') },
        at: 'lost-card',
        message: 'No team of finance has a part in journey `lost-card`.',
      },
    ],
  },
  checkJourneys({ workspace }) {
    if ((workspace.policy.value.requiredFunctions ?? []).length === 0) return undefined;
    return function* (journey) {
      const missing = levelOf(journey) === 'end-to-end' ? missingFunctions(workspace, journey) : [];
      if (missing.length === 0 || isToldAtBase(workspace, journey, missing)) return;
      yield {
        at: { spec: journey.spec, path: ['id'] },
        message: `No team of ${listOf(missing, 'or')} has a part in journey \`${journey.id}\`.`,
        hint: `Add a team whose \`function\` is \`${missing[0]}\` to \`ownership: {stakeholders: [...]}\`, or to the \`raci\` of a stage that concerns it.`,
      };
    };
  },
};

function missingFunctions(workspace: Workspace, journey: JourneyModel): readonly string[] {
  const teams = teamsAtTheTable(journey);
  if (hasUnreadTeam(workspace, teams)) return [];
  const present = new Set<string | undefined>();
  for (const id of teams) present.add(workspace.find('Team', id)?.value.function);
  for (const { id, value } of leftOutOf(workspace, 'Team')) if (teams.has(id)) present.add(value.function);
  return (workspace.policy.value.requiredFunctions ?? []).filter((each) => !present.has(each));
}

/** What a variant takes over from its base is told there. */
function isToldAtBase(workspace: Workspace, { base }: JourneyModel, missing: readonly string[]): boolean {
  const journey = base === undefined ? undefined : workspace.journey(base);
  return journey !== undefined && isActive(journey.spec) && levelOf(journey) === 'end-to-end' && missingFunctions(workspace, journey).join() === missing.join();
}

function lostCard(level: string, ownership: string): string {
  return activeDocument('Journey', 'lost-card', `level: ${level}
${ownership}stages:
  - id: report
    title: Report
    steps:
      - {id: block, title: We block the card, lane: backstage, end: success}
`);
}
