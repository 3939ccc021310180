import { workingTeams } from '../../analysis/journey-teams.js';
import { candidateParts } from '../../analysis/proof/promises.js';
import { systemsOf } from '../../analysis/system-use.js';
import type { BenchmarkRow, BenchmarkValue } from '../../audit/benchmark/rows.js';
import type { JourneyModel } from '../../model/journey.js';
import type { Spec } from '../../model/spec.js';
import { shownPromises, type Seen } from '../../render/shown-promises.js';

/** One side of a comparison with what readers may see of it. */
export interface SeenSide extends Seen {
  /** Id of the journey in it. */
  readonly journey: string;
}

/**
 * The rows of a comparison that give readers nothing away: no verdict and no slack that rests on what is hidden on either side, and no count in
 * which it has a share. Names are not looked for here: the words that rows are told in have them.
 */
export function readableRows([before, after]: readonly [SeenSide, SeenSide], rows: readonly BenchmarkRow[]): readonly BenchmarkRow[] {
  return rows.filter((row) => isOpen(before, row, row.before) && isOpen(after, row, row.after));
}

function isOpen(side: SeenSide, row: BenchmarkRow, value: BenchmarkValue | undefined): boolean {
  const journey = side.workspace.journey(side.journey);
  if (side.sight === undefined || side.sight.isComplete || value === undefined || journey === undefined) return true;
  if (row.group === 'promises' && row.about !== undefined) return isPromiseOpen(side, journey, row, row.about.id);
  return row.unit !== 'count' || counted(side, journey, row.what).every((spec) => side.sight!.sees(spec));
}

const proved: readonly string[] = ['verdict', 'slack', 'longest'];

/** A promise that is called otherwise on this side is not looked for: nothing of it is told. */
function isPromiseOpen(side: SeenSide, journey: JourneyModel, { what }: BenchmarkRow, id: string): boolean {
  const found = shownPromises(side, journey).find(({ promise }) => promise.promise === id);
  if (found === undefined) return false;
  const isWhole = found.targets.length === found.promise.targets.length;
  if (proved.includes(what)) return found.isProofShown && (isWhole || what !== 'verdict');
  return what !== 'time' || found.isLengthShown;
}

/** The documents that a row counts, or in which what it counts is declared. Steps and ways are the journey's own. */
function counted({ workspace }: Seen, journey: JourneyModel, what: string): readonly Spec[] {
  const { spec: { value }, stages, steps } = journey;
  switch (what) {
    case 'promises':
      return (value.slas ?? []).flatMap((id) => workspace.find('Sla', id) ?? []);
    case 'part-promises':
      return candidateParts(workspace, journey, '').map(({ spec }) => spec);
    case 'systems':
      return steps.flatMap(systemsOf).flatMap((id) => workspace.find('System', id) ?? []);
    case 'teams':
      return [...workingTeams(journey)].flatMap((id) => workspace.find('Team', id) ?? []);
    case 'figures':
      return [...(value.kpis?.primary ?? []), ...(value.kpis?.secondary ?? []), ...stages.flatMap((stage) => stage.value.kpis ?? [])].flatMap((name) => workspace.find('Kpi', name.split('@')[0]!) ?? []);
    case 'collected':
    case 'collected-about-people':
    case 'collected-unsaid':
      return steps.flatMap((step) => step.value.data?.collects ?? []).flatMap((id) => workspace.registers.elements.get(id)?.spec ?? []);
    default:
      return [];
  }
}
