import type { StateChart } from '../chart.js';
import { label } from './escape.js';
import { shortNames, spoken, type Lines } from './lines.js';

/** Prints states as a state diagram. */
export function printStates(chart: StateChart): Lines {
  const names = shortNames('s', chart.states.map(({ id }) => id));
  const nameOf = (id: string): string => (id === 'start' || id === 'end' ? '[*]' : names(id));
  return [
    'stateDiagram-v2',
    ...spoken(chart),
    ...chart.states.map(({ id, label: text }) => `  ${names(id)} : ${label(text)}`),
    ...chart.transitions.map(({ from, to, label: text }) => `  ${nameOf(from)} --> ${nameOf(to)}${text === undefined ? '' : ` : ${label(text)}`}`),
  ];
}
