import { isAboutPeople } from '../../analysis/data-use.js';
import type { DataElement } from '../../schema/kinds/data-catalog.js';
import { countRow, type BenchmarkRow } from './rows.js';
import type { Side, Sides } from './sides.js';

/** What the customer is asked for. What a catalog does not know is told by itself, and is neither about people nor not. */
export function dataRows({ before, after }: Sides): readonly BenchmarkRow[] {
  const row = (what: string, isMeant: (element: DataElement | undefined) => boolean): BenchmarkRow => countRow({ group: 'data', what }, collected(before, isMeant), collected(after, isMeant));
  const unsaid = row('collected-unsaid', (element) => element?.nature === undefined);
  return [
    row('collected', () => true),
    row('collected-about-people', (element) => element !== undefined && isAboutPeople(element)),
    ...(unsaid.before?.amount === 0 && unsaid.after?.amount === 0 ? [] : [unsaid]),
  ];
}

function collected({ workspace, journey }: Side, isMeant: (element: DataElement | undefined) => boolean): readonly string[] {
  return journey.steps.flatMap(({ value }) => value.data?.collects ?? []).filter((id) => isMeant(workspace.registers.elements.get(id)?.value));
}
