import type { JourneyModel, StageModel } from '../../../model/journey.js';
import { html, type Html } from '../html.js';
import { facts, table } from '../layout.js';
import { linkToActor, listed, type Page } from '../shown.js';

/** Who answers for the journey, and who does, answers, advises and is told in each stage. */
export function people(page: Page, { spec, stages }: JourneyModel): Html | undefined {
  const { owner, technicalOwner, ownership } = spec.value;
  const actors = (ids: readonly (string | undefined)[]): Html | undefined => listed(ids.map((id) => (id === undefined ? undefined : linkToActor(page, id))));
  const rows = stages.map(({ value, responsible, accountable }: StageModel) => [value.title, actors(responsible), actors(accountable), actors(value.raci?.consulted ?? []), actors(value.raci?.informed ?? [])]);
  return html`${facts([
    ['Owner', actors([owner])],
    ['Technical owner', actors([technicalOwner])],
    ['Stands in', actors([ownership?.delegate])],
    ['Gives authority', actors(ownership?.authority ?? [])],
    ['Has a stake', actors(ownership?.stakeholders ?? [])],
  ])}${table('Who does, answers, advises and is told', ['Stage', 'Responsible', 'Accountable', 'Consulted', 'Informed'], rows)}`;
}
