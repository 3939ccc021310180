import { expect, it } from 'vitest';
import * as waymark from '../src/index.js';

it('exports exactly the public names', () => {
  expect(Object.keys(waymark).sort()).toEqual(['addBusinessTime', 'businessCalendar', 'businessTimeBetween', 'compareBusinessTimes', 'formatText', 'loadWorkspace', 'loadWorkspaceFrom', 'longestBusinessTime', 'promisedSeconds', 'proveJourney', 'rules', 'sourceText', 'validate']);
});
