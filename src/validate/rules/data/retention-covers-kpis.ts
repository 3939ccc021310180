import { elementsOfKpi } from '../../../analysis/kpi-inputs.js';
import { readDuration } from '../../../analysis/retention.js';
import { compareDurations, formatDuration, type Duration } from '../../../base/duration.js';
import type { Path } from '../../../base/json.js';
import type { Entry } from '../../../model/registers.js';
import { isActive } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { DataElement } from '../../../schema/kinds/data-catalog.js';
import type { Kpi } from '../../../schema/kinds/kpi.js';
import { activeDocument } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const files = (period: string): { readonly [path: string]: string } => ({
  'data.yaml': activeDocument('DataCatalog', 'claims-data', `elements:
  - {id: answer, title: Answer to the survey, class: internal, nature: pseudonymous, retention: {period: ${period}, from: collection, action: erase}}
`),
  'survey.yaml': activeDocument('System', 'survey', `emits:
  - {event: survey-answered, attributes: [{name: score, type: integer, element: answer}]}
`),
  'kpi.yaml': activeDocument('Kpi', 'ease', `formula: {mean: {attribute: survey-answered.score}}
anchor: survey-answered
window: P3M
maturity: P14D
`),
});

/** Data that are gone before a KPI that needs them can be computed. */
export const retentionCoversKpis: Rule = {
  id: 'data/retention-covers-kpis',
  code: 'DAT-007',
  summary: 'Data that a KPI is computed from are kept until its period is over and its value is final.',
  rationale: 'A number that is computed after half of its data are deleted looks right and is wrong.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M1.4'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }],
  examples: {
    valid: [{ title: 'Answers are kept for two years', files: files('P2Y') }],
    invalid: [
      {
        title: 'Answers are gone after a month',
        files: files('P1M'),
        at: 'P1M',
        message: 'Data element `answer` is gone after 1 month, but KPI `ease` needs it for 3 months 14d.',
      },
    ],
  },
  *check({ workspace }) {
    const longest = longestNeeds(workspace);
    for (const entry of workspace.registers.elements.values()) {
      const need = longest.get(entry.id);
      const kept = need === undefined ? undefined : shortestPeriod(entry);
      if (need === undefined || kept === undefined || compareDurations(kept.duration, need.duration) !== -1) continue;
      yield {
        at: { spec: entry.spec, path: kept.path },
        message: `Data element \`${entry.id}\` is gone after ${formatDuration(kept.duration)}, but KPI \`${need.kpi}\` needs it for ${formatDuration(need.duration)}.`,
        hint: `Keep it longer if the Policy allows it, or give KPI \`${need.kpi}\` a shorter \`window\`.`,
      };
    }
  },
};

interface Need {
  readonly kpi: string;
  readonly duration: Duration;
}

/** For each data element, the KPI in force that needs it for the longest time. */
function longestNeeds(workspace: Workspace): ReadonlyMap<string, Need> {
  const longest = new Map<string, Need>();
  for (const kpi of workspace.all('Kpi').filter(isActive)) {
    const duration = needOf(kpi.value);
    if (duration === undefined) continue;
    for (const element of elementsOfKpi(kpi, workspace)) {
      const known = longest.get(element);
      if (known === undefined || compareDurations(known.duration, duration) === -1) longest.set(element, { kpi: kpi.id, duration });
    }
  }
  return longest;
}

/** The period of one value, and the time until that value is final. */
function needOf({ window, maturity = 'P0D' }: Kpi): Duration | undefined {
  const [period, wait] = [window === undefined ? undefined : readDuration(window), readDuration(maturity)];
  if (period === undefined || wait === undefined) return undefined;
  return { months: period.months + wait.months, days: period.days + wait.days, seconds: period.seconds + wait.seconds };
}

interface Kept {
  readonly duration: Duration;
  readonly path: Path;
}

/** The shortest of all periods: a number for every region needs the data of every region. */
function shortestPeriod({ value, path }: Entry<DataElement>): Kept | undefined {
  const { period, byRegion = {} } = value.retention ?? {};
  const written: readonly (readonly [string, Path])[] = [...(period === undefined ? [] : [[period, ['period']] as const]), ...Object.entries(byRegion).map(([region, own]) => [own, ['byRegion', region]] as const)];
  const readable = written.flatMap(([text, inner]): readonly Kept[] => {
    const duration = readDuration(text);
    return duration === undefined ? [] : [{ duration, path: [...path, 'retention', ...inner] }];
  });
  return readable.reduce<Kept | undefined>((least, each) => (least === undefined || compareDurations(each.duration, least.duration) === -1 ? each : least), undefined);
}
