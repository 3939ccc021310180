import type { KpiExplanation } from '../analysis/kpi/explain-kpi.js';
import { durationWords } from '../analysis/kpi/explain-predicate.js';
import type { IntervalMethod } from '../analysis/kpi/unit.js';
import { count, listOf, quoted, someOf } from '../base/words.js';
import { wrapped } from './columns.js';
import { visible } from '../base/escape/visible.js';

const columns = 100;

/** A KPI as a person reads it on a terminal: what it computes, in which unit, from what, and what is in the way. */
export function kpiText(kpi: KpiExplanation): string {
  const rows = [unitRow(kpi), periodRow(kpi), ...sourceRows(kpi), ...valueRows(kpi)];
  const blocks = [`${kpi.id}  ${kpi.title}`, paragraph(kpi.sentence ?? 'Nothing says yet how it is computed.', ''), ...rows.map(([name, words]) => row(name, words)), ...problemBlock(kpi)];
  const [title, sentence, ...rest] = blocks;
  return `${[title, '', sentence, '', ...rest].map((line) => visibleLines(line!)).join('\n')}\n`;
}

/** Line ends of the layout stay; anything else that could act on a terminal is shown. */
function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

type Row = readonly [name: string, words: string];

function row(name: string, words: string): string {
  const [first, ...others] = wrapped(words, columns - 12);
  return [`${`${name}:`.padEnd(11)} ${first}`, ...others.map((line) => `${' '.repeat(12)}${line}`)].join('\n');
}

function paragraph(text: string, indent: string): string {
  return wrapped(text, columns - indent.length).map((line) => indent + line).join('\n');
}

const directions = { up: 'more is better', down: 'less is better', band: 'best within a band' };

function unitRow({ unit, direction }: KpiExplanation): Row {
  return ['Unit', [unitWords(unit), direction === undefined ? 'and nothing says which way is better' : directions[direction]].join(', ')];
}

/** Values of a length of time are numbers, so it must be said of what. */
function unitWords(unit = 'not said'): string {
  const [, of] = /^duration(?:\((.)\))?$/.exec(unit) ?? [];
  return unit.startsWith('duration') ? `duration in ${{ s: 'seconds', m: 'minutes', d: 'days' }[of ?? ''] ?? 'hours'}` : unit;
}

function periodRow({ window, anchor, maturity }: KpiExplanation): Row {
  const parts = [window === undefined ? 'not said' : durationWords(window), anchor === undefined ? '' : `a case belongs to the period of its \`${anchor}\``, maturity === undefined ? '' : `final ${durationWords(maturity)} later`];
  return ['Period', parts.filter((part) => part !== '').join('; ')];
}

function sourceRows({ inputs, systems }: KpiExplanation): readonly Row[] {
  const attributes = inputs.attributes.map(({ event, attribute }) => `${event}.${attribute}`);
  const named: readonly (readonly [string, readonly string[]])[] = [['Events', inputs.events], ['Attributes', attributes], ['Steps', inputs.steps], ['Promises', inputs.promises], ['Journeys', inputs.journeys], ['Calendars', inputs.calendars], ['Systems', systems]];
  return named.flatMap(([name, names]): readonly Row[] => (names.length === 0 ? [] : [[name, someOf(quoted(names))]]));
}

const intervals: { readonly [method in Exclude<IntervalMethod, 'none'>]: string } = {
  wilson: 'the interval of Wilson',
  normal: 'the interval of a mean',
  'order-statistics': 'the interval between two values in order of size',
};

/** What is told together with the number, so that nobody is misled by it. */
function valueRows({ type, complement }: KpiExplanation): readonly Row[] {
  if (type === undefined) return [];
  const sure = type.interval === 'none' ? [] : [intervals[type.interval]];
  const told = listOf(['how many are counted', 'how many are left out', ...sure]);
  const sum = complement === undefined ? '' : ` Its value and that of \`${complement}\` add up to one.`;
  return [['Value', `told with ${told}; no value where there is nothing to count.${sum}`]];
}

function problemBlock({ problems }: KpiExplanation): readonly string[] {
  if (problems.length === 0) return [];
  const lines = problems.flatMap(({ message, hint }) => [paragraph(`- ${message}`, '  '), paragraph(`fix: ${hint}`, '    ')]);
  return ['', `${count(problems.length, 'thing')} in the way of computing it:`, ...lines];
}
