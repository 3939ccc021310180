import type { JourneyModel, StepModel } from '../../../model/journey.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** Passages of work with a side that is no team, or one that is no longer there. */
export const handoffSides: Rule = {
  id: 'ownership/handoff-sides',
  code: 'OWN-006',
  summary: 'Work that changes hands goes from one active team to another.',
  rationale: 'A passage with one side is a gap: work is put down and nobody is there to pick it up.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M1.5'],
  silencedBy: [
    { code: 'REF-002', within: 'spec' },
    { code: 'REF-004', within: 'spec' },
    { code: 'LIF-004', within: 'spec' },
  ],
  examples: {
    valid: [
      { title: 'Two active teams', files: { 'journey.yaml': lostCard('payments') } },
      { title: 'The customer is no team, and takes nothing over', files: { 'journey.yaml': lostCard('customer').replace('title: The loss is paid, lane: backstage', 'title: Customer reads the answer, lane: customer') } },
    ],
    invalid: [
      {
        title: 'The team that takes over has been retired',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: cards\ntitle: Cards\nversion: 1.0.0\nstatus: retired\nowner: claims\n', 'journey.yaml': lostCard('cards') },
        at: 'pay',
        message: 'Work goes from step `check` to step `pay` of team `cards`, which is retired.',
      },
      {
        title: 'A partner that no team stands for takes over',
        files: { 'journey.yaml': lostCard('partner') },
        at: 'partner',
        message: 'Work goes from step `check` to step `pay` of a partner that no team stands for.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    function* (journey) {
      yield* inactiveSides(workspace, journey);
      if (journey.steps.some(isNameless)) yield* namelessSides(journey);
    },
};

/** A team that is not active is told once for each journey, at the first step that it takes part in by a handoff. */
function* inactiveSides(workspace: Workspace, journey: JourneyModel): Iterable<Finding> {
  const told = new Set<string>();
  for (const { from, to, fromTeam, toTeam } of journey.handoffs) {
    for (const [step, id] of [[from, fromTeam], [to, toTeam]] as const) {
      const team = workspace.find('Team', id);
      if (team === undefined || isActive(team) || told.has(id)) continue;
      told.add(id);
      yield {
        at: { spec: journey.spec, path: [...step.path, 'id'] },
        message: `Work goes ${side('from', from, step, team)} ${side('to', to, step, team)}.`,
        hint: `Name in \`actor\` of step \`${step.id}\` the team that does the work today.`,
      };
    }
  }
}

function side(word: 'from' | 'to', step: StepModel, inactive: StepModel, { id, status }: Spec<'Team'>): string {
  const who = step === inactive ? ` of team \`${id}\`, which is ${status === 'draft' ? 'still a draft' : status}${word === 'from' ? ',' : ''}` : '';
  return `${word} step \`${step.id}\`${who}`;
}

/** The word `partner` names nobody who could take work on or agree on a time. */
function* namelessSides(journey: JourneyModel): Iterable<Finding> {
  const told = new Set<StepModel>();
  for (const { from, to, kind } of journey.transitions) {
    const [giving, taking] = [journey.step(from), journey.step(to)];
    const partner = [giving, taking].find((step) => step !== undefined && isNameless(step));
    const other = partner === giving ? taking : giving;
    if (kind === 'alongside' || partner === undefined || other === undefined || other.teams.length === 0 || told.has(partner)) continue;
    told.add(partner);
    const of = ' of a partner that no team stands for';
    yield {
      at: { spec: journey.spec, path: [...partner.path, 'actor'] },
      message: `Work goes from step \`${from}\`${partner === giving ? `${of},` : ''} to step \`${to}\`${partner === taking ? of : ''}.`,
      hint: 'Declare the partner as a team with `function: partner`, and name it in `actor`.',
    };
  }
}

function isNameless({ actors, teams }: StepModel): boolean {
  return teams.length === 0 && actors.includes('partner');
}

function lostCard(actor: string): string {
  return activeJourney('lost-card', 'report', `      - {id: check, title: We check the report, lane: backstage}
      - {id: pay, title: The loss is paid, lane: backstage, actor: ${actor}, end: success}
`);
}
