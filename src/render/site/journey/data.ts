import type { JourneyModel, StepModel } from '../../../model/journey.js';
import type { StepData } from '../../../schema/kinds/step.js';
import { anchor } from '../addresses.js';
import { html, type Html } from '../html.js';
import { table } from '../layout.js';
import { linkToElement, listed, type Page } from '../shown.js';

/** The data that a journey touches, with the steps that take them from the customer, read them and write them. */
export function journeyData(page: Page, { steps }: JourneyModel): Html | undefined {
  const ids = [...new Set(steps.flatMap(({ value: { data } }) => [...(data?.collects ?? []), ...(data?.writes ?? []), ...(data?.reuses ?? [])]))];
  const rows = ids.flatMap((id) => {
    const link = linkToElement(page, id);
    const element = page.workspace.registers.elements.get(id)?.value;
    return link === undefined ? [] : [[link, [element?.class, element?.nature].filter((word) => word !== undefined).join(', '), where(steps, id, 'collects'), where(steps, id, 'writes'), where(steps, id, 'reuses')]];
  });
  return table('Data of the journey', ['Data', 'Class', 'Asked from the customer in', 'Written in', 'Read in'], rows);
}

function where(steps: readonly StepModel[], element: string, use: keyof StepData): Html | undefined {
  return listed(steps.filter(({ value }) => value.data?.[use]?.includes(element)).map(({ id, value }) => html`<a href="#${anchor(id)}">${value.title}</a>`));
}
