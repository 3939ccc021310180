import { slowestPath, type DataPath } from '../../../analysis/data-latency.js';
import { secondsOf, wallDay } from '../../../analysis/promised-time.js';
import { formatDuration } from '../../../base/duration.js';
import { listOf, quoted } from '../../../base/words.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Workspace } from '../../../model/workspace.js';
import type { JourneyRule } from '../../../schema/kinds/journey.js';
import { activeDocument, journeyWithRules } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const rule = (within: string): string => journeyWithRules(`  - {id: offer-slot, type: personalise, uses: [van-position], within: ${within}, explain: {logEvent: slot-offered, fields: [variant]}}\n`);
const landscape = {
  'data.yaml': activeDocument('DataCatalog', 'visit-data', 'elements: [{id: van-position, title: Where the van is, class: internal, nature: none, owner: claims}]\n'),
  'field.yaml': activeDocument('System', 'field-app', 'type: field-service\nemits: [{event: van-moved, latency: 2m, attributes: [{name: position, element: van-position}]}]\nintegrations: [{to: planner, elements: [van-position], latency: 10m}]\n'),
  'planner.yaml': activeDocument('System', 'planner', 'type: other\nemits: [{event: slot-offered}]\n'),
};

/** A rule that decides on what was true a while ago. */
export const dataInTime: Rule = {
  id: 'sla/data-in-time',
  code: 'SLA-014',
  summary: 'The data that a rule decides on reach the system that decides as fast as the rule needs them, all promised times on the way added up.',
  rationale: 'Each system on the way is fast enough by itself. Together they are late, and the customer is offered what is already gone.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M5.1'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }],
  examples: {
    valid: [{ title: 'Twelve minutes on the way, a quarter of an hour allowed', files: { ...landscape, 'journey.yaml': rule('15m') } }],
    invalid: [
      {
        title: 'Two systems on the way are slower together than the rule allows',
        files: { ...landscape, 'journey.yaml': rule('10m') },
        at: '10m',
        message: 'Rule `offer-slot` needs `van-position` within 10m, and on its way from `field-app` to `planner` it takes up to 12m.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    function* (journey) {
      for (const [index, each] of (journey.spec.value.rules ?? []).entries()) yield* judge(workspace, journey, each, index);
    },
};

/** The system that decides is the one that logs the decisions. Of several data that come late, the slowest is told. */
function* judge(workspace: Workspace, { spec }: JourneyModel, { id, within, uses = [], explain }: JourneyRule, index: number): Iterable<Finding> {
  const most = within === undefined ? undefined : secondsOf(within, wallDay);
  const [consumer] = workspace.registers.events.get(explain?.logEvent ?? '')?.producers ?? [];
  if (most === undefined || consumer === undefined) return;
  const late = uses.flatMap((element) => {
    const path = slowestPath(workspace, element, consumer.spec.id);
    return path !== undefined && path.seconds > most ? [{ element, path }] : [];
  });
  const slowest = late.reduce<(typeof late)[number] | undefined>((worst, each) => (worst === undefined || each.path.seconds > worst.path.seconds ? each : worst), undefined);
  if (slowest === undefined) return;
  yield {
    at: { spec, path: ['rules', index, 'within'] },
    message: `Rule \`${id}\` needs \`${slowest.element}\` within ${within}, and on its way from ${wayOf(slowest.path)} it takes up to ${formatDuration({ months: 0, days: 0, seconds: slowest.path.seconds })}.`,
    hint: 'Shorten a `latency` on the way, bring the data there directly, or allow the rule to decide on older data.',
  };
}

/** ``` `field-app` over `hub` to `planner` ``` */
function wayOf({ systems }: DataPath): string {
  const between = systems.slice(1, -1);
  return `\`${systems[0]}\`${between.length === 0 ? '' : ` over ${listOf(quoted(between))}`} to \`${systems.at(-1)}\``;
}
