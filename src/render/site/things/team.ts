import { windowWords } from '../../../analysis/proof/promise-words.js';
import { linkOut } from '../html.js';
import { table } from '../layout.js';
import { linkTo, linkToActor, listed } from '../shown.js';
import type { Thing } from './thing.js';

export const team: Thing<'Team'> = {
  kind: 'Team',
  section: 'teams',
  lead: 'Who owns journeys, does their work and keeps their promises.',
  facts: (page, { id, value }) => [
    ['Function', value.function],
    ['Part of', value.parent === undefined ? undefined : linkTo(page, 'Team', value.parent)],
    ['Teams in it', listed(page.workspace.all('Team').filter((each) => each.value.parent === id).map((each) => linkTo(page, 'Team', each.id)))],
    ['Escalates to', value.escalatesTo === undefined ? undefined : linkToActor(page, value.escalatesTo)],
    ['Capacity', value.capacity && `${value.capacity.amount}${value.capacity.unit === undefined ? '' : ` ${value.capacity.unit}`}${value.capacity.perPeriod === undefined ? '' : ` per ${windowWords(value.capacity.perPeriod)}`}`],
  ],
  more: (page, { value }) => [
    ['Roles', table('Roles', ['Role', 'Who', 'Contact', 'Stands in'], (value.roles ?? []).map(({ id, title, person, contact, delegate }) => [title ?? id, page.sight.isInside && person, page.sight.isInside && contact !== undefined && linkOut(contact, contact.replace(/^(?:mailto|tel):/, '')), delegate === undefined ? '' : linkToActor(page, delegate)]))],
  ],
  columns: ['Function', 'Journeys that it owns', 'Relied on by'],
  cells: (page, spec) => [spec.value.function, listed(page.workspace.journeys.filter((journey) => journey.spec.owner === spec.id).map((journey) => linkTo(page, 'Journey', journey.id))), String(page.usesOf(spec.coordinate).length)],
};
