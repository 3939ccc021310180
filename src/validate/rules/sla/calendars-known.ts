import { businessCalendar } from '../../../analysis/business-time/business-calendar.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Spec } from '../../../model/spec.js';
import { activeDocument } from '../../example-texts.js';
import { cardJourney, cardParts, cardPromise, exampleSla } from '../../example-promises.js';
import { asFinding, judgePromises, missingPremises } from '../../proof-premises.js';
import type { Finding, Rule } from '../../rule.js';

const office = (rest: string): string => activeDocument('Calendar', 'office', `timezone: Europe/Berlin\nweekly: {mon: ["08:00-18:00"], tue: ["08:00-18:00"]}\n${rest}`);
const promise = (rest: string): string => exampleSla('answer', 'start: asked, stop: answered', '{within: 4h}', `type: ola\nprovider: claims\nconsumer: payments\n${rest}`).replace('calendar: 24x7', 'calendar: office');

/** Calendars that say too little for what is promised on them. */
export const calendarsKnown: Rule = {
  id: 'sla/calendars-known',
  code: 'SLA-012',
  summary: 'Every calendar that a promise is counted on says what its days and hours are, for as long as the promise holds.',
  rationale: 'Two days on a calendar without holidays, or beyond its last known day, are a guess. The customer counts differently.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.1'],
  silencedBy: [{ code: 'STR-006', within: 'workspace' }, { code: 'STR-008', within: 'workspace' }],
  examples: {
    valid: [{ title: 'Known for longer than is promised', files: { 'office.yaml': office('dayLength: 10h\nhorizon: {from: 2026-01-01, until: 2028-01-01}\n'), 'answer.yaml': promise('expires: 2027-06-30\n') } }],
    invalid: [
      {
        title: 'The promise lasts longer than the calendar',
        files: { 'office.yaml': office('dayLength: 10h\nhorizon: {from: 2026-01-01, until: 2027-01-01}\n'), 'answer.yaml': promise('expires: 2027-06-30\n') },
        at: '2027-06-30',
        message: '`answer` holds until 2027-06-30, and the calendar `office` is known until 2027-01-01 only.',
      },
      {
        title: 'Two days on a calendar that does not say how long a day is',
        files: { 'office.yaml': office('horizon: {from: 2026-01-01, until: 2028-01-01}\n'), ...cardParts(), 'promise.yaml': cardPromise('{within: 2d, percent: 98}').replace('calendar: 24x7', 'calendar: office'), 'journey.yaml': cardJourney() },
        at: '{within: 2d, percent: 98}',
        message: '`2d` is counted in days, and calendar `office` does not say how many open hours a day has.',
      },
    ],
  },
  *check({ workspace }) {
    for (const spec of workspace.all('Sla')) if (spec.status !== 'retired') yield* outlived(workspace, spec);
  },
  checkJourneys: ({ workspace }) => judgePromises(workspace, (_journey, each) => missingPremises(each, ['calendar']).map(asFinding)),
};

/** The last days of a promise that nobody can count. */
function* outlived(workspace: Workspace, spec: Spec<'Sla'>): Iterable<Finding> {
  const { calendar, expires } = spec.value;
  if (calendar === undefined || calendar === '24x7' || expires === undefined) return;
  const until = horizonEnd(workspace, calendar);
  if (until === undefined || expires <= until) return;
  yield {
    at: { spec, path: ['expires'] },
    message: `\`${spec.id}\` holds until ${expires}, and the calendar \`${calendar}\` is known until ${until} only.`,
    hint: `Write the holidays after ${until} into \`${calendar}\` and let its \`horizon\` reach further.`,
  };
}

/** Only a calendar that extends another has to be put together to be asked. */
function horizonEnd(workspace: Workspace, id: string): string | undefined {
  const spec = workspace.find('Calendar', id);
  if (spec?.value.extends === undefined) return spec?.value.horizon?.until;
  const reading = businessCalendar(workspace, id);
  return 'calendar' in reading ? reading.calendar.horizon.lastDay : undefined;
}
