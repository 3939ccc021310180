import { joined } from '../../../base/bidi.js';
import { windowWords } from '../../../analysis/proof/promise-words.js';
import { table } from '../layout.js';
import { linkTo, linkToElement, listed } from '../shown.js';
import type { Thing } from './thing.js';

export const system: Thing<'System'> = {
  kind: 'System',
  section: 'systems',
  lead: 'What journeys run on.',
  facts: (_, { value }) => [
    ['Sort', value.type],
    ['Criticality', value.criticality === undefined ? '' : `${value.criticality} of 4`],
    ['Faces customers', value.customerFacing === undefined ? '' : value.customerFacing ? 'yes' : 'no'],
    ['Legacy', value.legacy === true && 'yes'],
    ['Channels', joined(value.channels ?? [], ', ')],
    ['Vendor', value.thirdParty?.vendor],
    ['Back within', value.recovery?.rto],
    ['Data lost at most', value.recovery?.rpo],
  ],
  more: (page, { value }) => [
    ['Objectives', table('Objectives', ['What', 'Target', 'Over'], (value.objectives ?? []).map(({ metric, target, window }) => [metric ?? 'objective', target === undefined ? '' : typeof target === 'number' ? `${target} %` : target, window && windowWords(window)]))],
    ['Hands data on', table('Hands data on', ['To', 'Contract', 'Data', 'Within'], (value.integrations ?? []).flatMap(({ to, contract, elements = [], latency }) => {
      const link = to === undefined ? undefined : linkTo(page, 'System', to);
      return to !== undefined && link === undefined ? [] : [[link ?? '', contract, listed(elements.map((each) => linkToElement(page, each))), latency]];
    }))],
    ['Tells', table('Events', ['Event', 'Within'], (value.emits ?? []).map(({ event, latency }) => [event, latency]))],
  ],
  columns: ['Sort', 'Criticality', 'Journeys'],
  cells: (page, { value, coordinate }) => [value.type, value.criticality === undefined ? '' : String(value.criticality), String(page.usesOf(coordinate).filter(({ by }) => by.kind === 'Journey').length)],
};
