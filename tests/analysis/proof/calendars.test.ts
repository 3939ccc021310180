import { describe, expect, it } from 'vitest';
import { left, targetOf, told } from '../../support/small-promises.js';

const office = 'calendar office mon tue wed thu fri 08-18 | dayLength: 10h';

/** Parts in a row, each with its time and calendar, under a promise by the clock on the wall or on a calendar. */
const row = (target: string, parts: readonly (readonly [time: string, calendar: string])[], more = office): string => `
  ${more}
  whole at0 > at${parts.length}: ${target}
  ${parts.map(([time, calendar], index) => `part part${index} at${index} > at${index + 1}: ${time} | calendar: ${calendar}`).join('\n')}
  ${parts.map((_, index) => `step step${index} at${index} > at${index + 1}${index === parts.length - 1 ? ' | end: success' : ''}`).join('\n')}`;

describe('office hours under a promise by the clock on the wall', () => {
  it('take ten hours from Thursday evening to Monday morning: 86 h and not 72', () => {
    expect([told(row('86h', [['10h', 'office']])), left(row('86h', [['10h', 'office']]))]).toEqual([['proved'], [0, 0]]);
    expect(told(row('72h', [['10h', 'office']]))).toEqual(['violated']);
    expect(told(row('309599s', [['10h', 'office']]))).toEqual(['violated']);
  });

  it('are told with the start from which they take longest', () => {
    const { worstStart, seconds } = targetOf(row('72h', [['10h', 'office']])).counterExample!;
    expect([new Date(worstStart!).getUTCDay(), worstStart!.slice(10), seconds]).toEqual([4, 'T18:00:00Z', 86 * 3600]);
  });

  it('are added up before they are counted where parts are neighbours', () => {
    expect(told(row('86h', [['4h', 'office'], ['6h', 'office']]))).toEqual(['proved']);
    expect(told(row('85h', [['4h', 'office'], ['6h', 'office']]))).toEqual(['violated']);
  });

  it('are not where another calendar lies between: 1 h, 1 h on the wall and 8 h are 86 h and not 72', () => {
    const mixed = [['1h', 'office'], ['1h', '24x7'], ['8h', 'office']] as const;
    expect(told(row('86h', mixed))).toEqual(['proved']);
    expect(told(row('85h', mixed))).toEqual(['violated']);
    expect(told(row('72h', mixed))).toEqual(['violated']);
  });

  it('take longest from the first instant that is known, where that is', () => {
    const weekend = office.concat(', horizon: {from: 2026-08-01, until: 2026-08-05}');
    expect(told(row('80h', [['10h', 'office']], weekend))).toEqual(['proved']);
    expect(told(row('79h', [['10h', 'office']], weekend))).toEqual(['violated']);
  });

  it('are not known where no case fits into the horizon', () => {
    expect(told(row('999h', [['10h', 'office']], office.concat(', horizon: {from: 2026-08-03, until: 2026-08-04}')))).toEqual(['not-proved', 'calendar']);
  });
});

describe('a promise in office hours', () => {
  const own = (target: string): string => `${target} | calendar: office`;

  it('is the sum of its parts on the same calendar', () => {
    expect([told(row(own('2d'), [['1d', 'office'], ['10h', 'office']])), left(row(own('2d'), [['1d', 'office'], ['10h', 'office']]))]).toEqual([['proved'], [0, 0]]);
    expect(told(row(own('19h'), [['1d', 'office'], ['10h', 'office']]))).toEqual(['violated']);
  });

  it('is kept by parts on a calendar that is open at least as long', () => {
    const long = `${office}\ncalendar long mon tue wed thu fri sat 06-20`;
    expect(told(row(own('10h'), [['4h', 'long'], ['6h', 'long']], long))).toEqual(['proved']);
    expect(told(row(own('10h'), [['4h', '24x7'], ['6h', 'long']], long))).toEqual(['proved']);
    expect(told(row(own('9h'), [['4h', 'long'], ['6h', 'long']], long))).toEqual(['violated']);
  });

  it('is broken by a part that is closed when it is open', () => {
    const short = `${office}\ncalendar mornings mon tue wed thu fri 08-12`;
    expect(told(row(own('4h'), [['4h', 'mornings']], short))).toEqual(['violated']);
    expect(told(row(own('16h'), [['4h', 'mornings']], short))).toEqual(['proved']);
    expect(told(row(own('15h'), [['4h', 'mornings']], short))).toEqual(['violated']);
  });

  it('says for which days it is known, where calendars meet', () => {
    const later = `${office}\ncalendar long mon tue wed thu fri sat 06-20 | horizon: {from: 2026-03-01, until: 2027-06-01}`;
    expect(targetOf(row(own('10h'), [['4h', 'long']], later)).horizon).toEqual({ from: '2026-03-01', until: '2026-12-31' });
    expect(targetOf(row('10h', [['4h', '24x7']])).horizon).toBeUndefined();
  });
});

describe('days', () => {
  it('are 24 hours where it is never closed', () => {
    expect(told(row('1d', [['24h', '24x7']]))).toEqual(['proved']);
    expect(told(row('P1D', [['86401s', '24x7']]))).toEqual(['violated']);
  });

  it('are as long as the calendar says, which has to say it', () => {
    const silent = 'calendar office mon tue wed thu fri 08-18';
    expect(told(row('999h', [['1d', 'office']], silent))).toEqual(['not-proved', 'calendar']);
    expect(told(row('1d | calendar: office', [['1h', 'office']], silent))).toEqual(['not-proved', 'calendar']);
    expect(told(row('999h', [['10h', 'office']], silent))).toEqual(['proved']);
  });
});

describe('a calendar that cannot be read', () => {
  it('is missing, of the whole and of a part on the way', () => {
    expect(told(row('9h | calendar: nowhere', [['1h', '24x7']]))).toEqual(['not-proved', 'calendar']);
    expect(told(row('9h', [['1h', 'nowhere']]))).toEqual(['not-proved', 'calendar']);
    expect(told(row('9h', [['1h', 'office']], 'calendar office mon 08-18 | horizon: {from: 2026-01-01, until: 2027-01-01}, timezone: Mars/Olympus'))).toEqual(['not-proved', 'calendar']);
  });
});

describe('paths on several calendars', () => {
  it('are compared by what they take from the same start', () => {
    const ways = (target: string): string => `
      ${office}
      whole s > e: ${target}
      step a s > m: 1h | next: [b, c]
      step b m > e | promise: {within: 2h, calendar: office}, end: success
      step c m > f: 70h
      step d f > e: 0h | end: success`;
    expect(told(ways('71h'))).toEqual(['proved']);
    expect(targetOf(ways('65h')).counterExample!.steps).toEqual(['a', 'c', 'd']);
    expect(told(ways('65h').replace('70h', '10h'))).toEqual(['proved']);
    expect(targetOf(ways('64h').replace('70h', '10h')).counterExample!.steps).toEqual(['a', 'b']);
  });
});

describe('the calendar of the workspace', () => {
  const standard = `
    calendar office mon tue wed thu fri 08-18
    standard office`;
  const one = (promise: string, step: string): string => `
    ${standard}
    whole s > e: 8h | calendar: 24x7
    ${promise}
    step a s > e${step} | end: success`;

  it('counts a part that names none, and not a promise in place', () => {
    expect(told(one('part p s > e: 8h', ''))[0]).toBe('violated');
    expect(told(one('part p s > e: 8h | calendar: 24x7', ''))).toEqual(['proved']);
    expect(told(one('', ': 8h'))).toEqual(['proved']);
  });

  it('counts the timer of a step whose promise names none', () => {
    const timer = (calendar: string): string => `
      ${standard}
      whole s > e: 20h | calendar: 24x7
      part p s > m: 4h | underpins: []${calendar}
      step a s > m | sla: p, next: c, meanwhile: [{after: 8h, to: b, stops: true}]
      step c m > e: 1h | end: success
      step b > e: 1h | end: failure`;
    expect(told(timer(', calendar: 24x7'))).toEqual(['proved']);
    expect(targetOf(timer('')).paths[0]!.parts.map(({ target }) => target.calendar)).toEqual(['office', '24x7']);
    expect(told(timer(''))[0]).not.toBe('proved');
  });
});
