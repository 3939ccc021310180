import { calendarLender } from '../../../analysis/calendar-of-promise.js';
import type { Spec } from '../../../model/spec.js';
import type { Sla } from '../../../schema/kinds/sla.js';
import { aboutCells, aboutRegisters, filesOfRegister, fill, separatorOption, tableOf, type FilledRegister, type Register, type RegisterOptions } from '../../register.js';
import { defineGenerator, type GeneratedFile, type GeneratorInput } from '../../target.js';
import { markdownPage } from '../../text/markdown.js';
import { contactRows, contacts, escalationSheet, rungRows } from './escalations.js';
import { raci, raciRows } from './raci.js';
import { trainingMatrix, trainingRows, work, workRows } from './work.js';

/** What the target writes. */
export const operationsRegisters: readonly Register<never>[] = [raci, escalationSheet, contacts, trainingMatrix, work];

/** What people in operations keep beside them. */
export const operations = defineGenerator<RegisterOptions>({
  id: 'operations',
  summary: 'who is responsible for each stage, who is told when, who can be reached where and who learns what, as CSV, JSON and a page of Markdown',
  description: `\`operations.md\` is a page for the wiki, with the table of responsibilities, the ladders, the contacts and the trainings. The same tables are written for spreadsheets and for programs:

${aboutRegisters(operationsRegisters)}

${aboutCells}

Ladders are told as they are written: a share of a target stays a share, and is reckoned by whoever reads it. People are told by their short names, which are all that the
documents have.`,
  limits: 'The tables say who does what, who answers for it, who is told and who learns it.',
  withDrafts: false,
  options: { separator: separatorOption },
  carries: [
    'Journey.title', 'Journey.owner', 'Journey.ownership.**', 'Journey.escalations.**', 'Journey.training.**',
    'Journey.stages.id', 'Journey.stages.title', 'Journey.stages.owner', 'Journey.stages.raci.**', 'Journey.stages.steps.id', 'Journey.stages.steps.title', 'Journey.stages.steps.lane',
    'Journey.stages.steps.actor', 'Journey.stages.steps.with', 'Journey.stages.steps.channel', 'Journey.stages.steps.systems',
    'Sla.title', 'Sla.targets.**', 'Sla.calendar', 'Workspace.defaultCalendar', 'Kpi.title', 'Team.title', 'Team.function', 'Team.parent', 'Team.escalatesTo', 'Team.roles.**',
  ],
  generate(input) {
    const registers = filledRegisters(input);
    return { files: [...registers.flatMap((filled) => filesOfRegister(filled, input.options, input.provenance)), pageOf(input, registers)] };
  },
});

function filledRegisters(input: GeneratorInput): readonly FilledRegister[] {
  const [specs, teams] = [input.all('Journey'), input.all('Team')];
  const journeys = specs.flatMap(({ id }) => input.workspace.journey(id) ?? []);
  const rungs = rungRows(input, journeys);
  const triggers = rungs.flatMap(({ trigger }): readonly Spec[] => (trigger === undefined ? [] : [trigger, ...(trigger.kind === 'Sla' ? calendarLender(input.workspace, trigger.value as Sla) : [])]));
  return [fill(raci, raciRows(journeys), specs), fill(escalationSheet, rungs, [...specs, ...triggers, ...teams]), fill(contacts, contactRows(teams), teams), fill(trainingMatrix, trainingRows(journeys), specs), fill(work, workRows(journeys), specs)];
}

function pageOf({ provenance }: GeneratorInput, registers: readonly FilledRegister[]): GeneratedFile {
  const [responsible, ladders, people, trainings] = registers as readonly [FilledRegister, FilledRegister, FilledRegister, FilledRegister];
  const sources = registers.flatMap((filled) => filled.sources);
  const tables = [
    tableOf(responsible, 'Who is responsible', { journeyTitle: 'journey', title: 'stage', responsible: 'responsible', accountable: 'accountable', consulted: 'consulted', informed: 'informed' }),
    tableOf(ladders, 'Who is told when', { journey: 'journey', escalation: 'ladder', trigger: 'set off by', targets: 'targets', calendar: 'counted on', after: 'after', to: 'who', person: 'person', contact: 'contact', action: 'does', mayDecide: 'may decide' }),
    tableOf(people, 'Who can be reached where', { team: 'team', teamTitle: 'its name', role: 'role', title: 'name', person: 'person', contact: 'contact', delegate: 'stands in' }),
    tableOf(trainings, 'Who learns what', { audience: 'team', journey: 'journey', forJourney: 'teaches', forVersion: 'in version', journeyVersion: 'which by now has', material: 'material', version: 'its version', coversTitles: 'steps', due: 'until' }),
  ];
  return { path: 'operations.md', sources, content: markdownPage(provenance(sources).lines, 'Operations', tables) };
}
