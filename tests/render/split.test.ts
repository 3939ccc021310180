import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart, FeelingChart, FeelingTask, SequenceChart, StateChart, TimeChart } from '../../src/render/chart.js';
import { splitChart } from '../../src/render/split.js';

const head = { title: 'Large', description: 'A large picture.' };

/** Words of this length, of which no two are the same. */
function words(at: number, length: number): string {
  return `${at} ${'long '.repeat(Math.ceil(length / 5))}`.slice(0, Math.max(length, 6)).trim();
}

/** How long the words of each entry are: little enough for one picture, or far too much. */
const sizes = fc.tuple(fc.integer({ min: 1, max: 1_200 }), fc.infiniteStream(fc.integer({ min: 6, max: 180 }))).map(([count, lengths]) => [...lengths.take(count)]);

function partsOf<Kind extends Chart>(chart: Kind): readonly Kind[] {
  const parts = splitChart(chart);
  for (const { text } of parts) expect(text.length).toBeLessThanOrEqual(45_000);
  expect(parts.map(({ chart: { title } }) => title.replaceAll(/[\u2066-\u2069]/g, ''))).toEqual(parts.length === 1 ? ['Large'] : parts.map((_, index) => `Large (part ${index + 1} of ${parts.length})`));
  return parts.map((part) => part.chart as Kind);
}

/** Checks all sizes, and that some of them need several parts. */
function always(check: (lengths: readonly number[]) => number): void {
  let most = 0;
  fc.assert(fc.property(sizes, (lengths) => {
    most = Math.max(most, check(lengths));
  }), { numRuns: 25 });
  expect(most).toBeGreaterThan(2);
}

describe('a chart that is too large for one picture', () => {
  it('keeps each task once, in its section, in order', () => {
    always((lengths) => {
      const task = (at: number): FeelingTask => ({ label: words(at, lengths[at]!), score: ((at % 5) + 1) as FeelingTask['score'], actors: [`actor ${at}`] });
      const sections = lengths.map((_, at) => ({ label: `section ${Math.floor(at / 7)}`, at })).reduce<{ label: string; tasks: FeelingTask[] }[]>((made, { label, at }) => (made.at(-1)?.label === label ? made.with(-1, { label, tasks: [...made.at(-1)!.tasks, task(at)] }) : [...made, { label, tasks: [task(at)] }]), []);
      const parts = partsOf<FeelingChart>({ ...head, type: 'feelings', sections });
      const flat = (all: FeelingChart['sections']): readonly unknown[] => all.flatMap(({ label, tasks }) => tasks.map((each) => [label, each]));
      expect(parts.flatMap((part) => flat(part.sections))).toEqual(flat(sections));
      return parts.length;
    });
  });

  it('keeps each message once, in order, with the two that it is between', () => {
    always((lengths) => {
      const participants = Array.from({ length: 9 }, (_, at) => ({ id: `p${at}`, label: `Person ${at}`, isPerson: at % 2 === 0 }));
      const messages = lengths.map((length, at): SequenceChart['messages'][number] => ({ from: `p${at % 9}`, to: `p${(at * 2 + 1) % 9}`, label: words(at, length), line: at % 2 === 0 ? 'solid' : 'dotted' }));
      const parts = partsOf<SequenceChart>({ ...head, type: 'sequence', participants, messages });
      expect(parts.flatMap((part) => part.messages)).toEqual(messages);
      for (const part of parts.length === 1 ? [] : parts) expect(part.participants).toEqual(participants.filter(({ id }) => part.messages.some(({ from, to }) => from === id || to === id)));
      return parts.length;
    });
  });

  it('keeps each section of a line of time once, in order, with all of its bars', () => {
    always((lengths) => {
      const sections = lengths.map((length, at) => ({ label: `section ${at}`, bars: [{ label: words(at, length), from: at, to: at + 60, role: 'kept' as const }, { label: `spare ${at}`, from: at + 60, to: at + 90, role: 'spare' as const }] }));
      const parts = partsOf<TimeChart>({ ...head, type: 'time', unit: 'min', sections });
      expect(parts.flatMap((part) => part.sections)).toEqual(sections);
      return parts.length;
    });
  });

  it('keeps room for the number of each part, however little is left', () => {
    const counts = Array.from({ length: 100 }, (_, at) => 22_200 + at).map((length) => {
      const sections = Array.from({ length: 4 }, (_, at) => ({ label: `section ${at}`, bars: [{ label: words(at, length), from: 0, to: 60, role: 'kept' as const }] }));
      return partsOf<TimeChart>({ ...head, type: 'time', unit: 'min', sections }).length;
    });
    expect(new Set(counts)).toEqual(new Set([2, 4]));
  });

  it('keeps each transition once, with its states, and a state that nothing leads to in every part', () => {
    always((lengths) => {
      const states = ['alone', ...lengths.map((_, at) => `s${at}`)].map((id) => ({ id, label: `State ${id}` }));
      const transitions = lengths.map((length, at) => ({ from: `s${at}`, to: at === lengths.length - 1 ? 'end' : `s${at + 1}`, label: words(at, length) }));
      const parts = partsOf<StateChart>({ ...head, type: 'states', states, transitions });
      expect(parts.flatMap((part) => part.transitions)).toEqual(transitions);
      for (const part of parts) expect(part.states).toEqual(states.filter(({ id }) => id === 'alone' || part.transitions.some(({ from, to }) => from === id || to === id)));
      return parts.length;
    });
  });
});
