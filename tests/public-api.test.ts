import { expect, it } from 'vitest';
import * as waymark from '../src/index.js';

it('exports exactly the public names', () => {
  expect(Object.keys(waymark).sort()).toEqual(['addBusinessTime', 'approvalsFound', 'areComplements', 'benchmark', 'bumps', 'businessCalendar', 'businessTimeBetween', 'checkKpi', 'checkTarget', 'compareBusinessTimes', 'contentDigest', 'defineGenerator', 'demands', 'diff', 'digestsOf', 'eventsAndAttributes', 'explainFormula', 'explainKpi', 'fieldHistory', 'findSpec', 'formatText', 'generate', 'inForce', 'loadWorkspace', 'loadWorkspaceFrom', 'longestBusinessTime', 'meaningOf', 'normalFormula', 'openTimeline', 'printCheckpoint', 'promisedSeconds', 'proveJourney', 'readCheckpoint', 'readHostReport', 'releasedVersion', 'render', 'review', 'rules', 'sourceText', 'staleJourneys', 'targets', 'typeOfFormula', 'validate', 'verifyLedger', 'views', 'whatIsDue', 'workspaceAt', 'workspaceInForce']);
});
