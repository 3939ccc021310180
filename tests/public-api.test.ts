import { expect, it } from 'vitest';
import * as waymark from '../src/index.js';

it('exports exactly the public names', () => {
  expect(Object.keys(waymark).sort()).toEqual(['addBusinessTime', 'areComplements', 'bumps', 'businessCalendar', 'businessTimeBetween', 'checkKpi', 'compareBusinessTimes', 'demands', 'diff', 'eventsAndAttributes', 'explainFormula', 'explainKpi', 'formatText', 'loadWorkspace', 'loadWorkspaceFrom', 'longestBusinessTime', 'normalFormula', 'printCheckpoint', 'promisedSeconds', 'proveJourney', 'readCheckpoint', 'readHostReport', 'review', 'rules', 'sourceText', 'typeOfFormula', 'validate', 'verifyLedger']);
});
