import { describe, expect, it } from 'vitest';
import { findsHelp, isSelfService, meetsPeople, selfServiceChannels } from '../../src/analysis/human-help.js';
import { stopsWithout, systemsOf } from '../../src/analysis/system-use.js';
import type { JourneyModel, StepModel } from '../../src/model/journey.js';
import { journeyOf, workspaceOf } from '../support/journeys.js';

const channels = new Set(['web', 'app']);

function stepOf(line: string): StepModel {
  return journeyOf([line, 'z, entry: x']).steps[0]!;
}

describe('self-service', () => {
  it('happens on the web, in apps, and on what a system of that sort serves', () => {
    const system = (id: string, type: string, served: string): string => `apiVersion: waymark/v1\nkind: System\nid: ${id}\ntitle: S\nversion: 0.1.0\nstatus: draft\nowner: claims\ntype: ${type}\nchannels: [${served}]\n`;
    expect([...selfServiceChannels(workspaceOf({ 'a.yaml': system('a', 'web', 'portal'), 'b.yaml': system('b', 'telephony', 'phone') }))]).toEqual(['web', 'app', 'portal']);
  });

  it.each([
    ['a, lane: customer, channel: app', true],
    ['a, lane: customer, channel: [app, web]', true],
    ['a, lane: customer, channel: [app, phone]', false],
    ['a, lane: customer, channel: app, with: claims', false],
    ['a, lane: customer', false],
    ['a, lane: customer, channel: app, alongside: z', false],
    ['a, lane: frontstage, channel: app', false],
  ])('%s: %s', (line, expected) => {
    expect(isSelfService(stepOf(line), channels)).toBe(expected);
  });

  it.each([
    ['a, lane: frontstage, channel: phone', true],
    ['a, lane: frontstage, automation: automated', false],
    ['a, lane: frontstage, type: notify', false],
    ['a, lane: frontstage, actor: partner', true],
    ['a, lane: backstage', false],
    ['a, lane: customer, channel: phone', true],
    ['a, lane: customer, channel: app', false],
  ])('one meets people in %s: %s', (line, expected) => {
    expect(meetsPeople(stepOf(line), channels)).toBe(expected);
  });
});

describe('help', () => {
  function helped(steps: readonly string[]): boolean {
    const journey: JourneyModel = journeyOf(steps);
    return findsHelp(journey, journey.steps[0]!, ({ id }) => id === 'person');
  }

  it.each<readonly [string, readonly string[], boolean]>([
    ['comes after a failure', ['a, onFail: person, next: z', 'person, next: z', 'z, end: success'], true],
    ['comes after a failure, a step later', ['a, onFail: sorry, next: z', 'sorry, next: person', 'person, next: z', 'z, end: success'], true],
    ['comes when the step takes too long', ['a, meanwhile: [{after: 3d, to: person, stops: true}], next: z', 'person, next: z', 'z, end: success'], true],
    ['comes as the next step', ['a', 'person, end: success'], true],
    ['comes instead of a system that is down', ['a, dependsOn: [{system: x, fallback: {step: person}}], next: z', 'person, entry: x, next: z', 'z, end: success'], true],
    ['does not come somewhere later on the way', ['a', 'z', 'person, end: success'], false],
    ['does not come beside the step', ['a, meanwhile: [{after: 3d, to: person}], next: z', 'person, end: side', 'z, end: success'], false],
    ['is not the step itself tried again', ['a, onFail: sorry, next: z', 'sorry, next: [{to: a, repeats: 1}]', 'z', 'person, end: success'], false],
  ])('%s', (_, steps, expected) => {
    expect(helped(steps)).toBe(expected);
  });
});

describe('systems', () => {
  it('are those that a step runs on and those that it needs, each once', () => {
    expect([...systemsOf(stepOf('a, systems: [crm, portal], dependsOn: [{system: crm}, {system: score}]'))]).toEqual(['crm', 'portal', 'score']);
  });

  it.each([
    ['a, systems: [crm]', true],
    ['a, dependsOn: [{system: crm}]', true],
    ['a, systems: [crm], dependsOn: [{system: crm, mode: degraded}]', false],
    ['a, systems: [crm], dependsOn: [{system: crm, fallback: {text: on paper}}]', false],
    ['a, systems: [portal]', false],
  ])('%s stops without the CRM: %s', (line, expected) => {
    expect(stopsWithout(stepOf(line), 'crm')).toBe(expected);
  });
});
