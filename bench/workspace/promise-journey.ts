import { otherHours } from './promise-hours.js';
import type { CustomerPromise } from './promise-domain.js';
import { randomFrom, type Random } from './random.js';

/** Ids of the steps of every journey with promises. */
export const promisingSteps = ['submit', 'confirm', 'call', 'classify', 'ask', 'visit', 'estimate', 'prepare', 'dispatch', 'invoice', 'close'] as const;

/** Every fifth journey has parts on other calendars than the whole. */
function isMixed(seed: number): boolean {
  return seed % 5 === 0;
}

/**
 * What a journey promises: most times it follows from the parts. Every twentieth promises too little time for its longest path,
 * and every twentieth too many of the cases. On mixed calendars a part takes longer by the hours of the whole, or shorter.
 */
export function customerPromise(journey: string, seed: number): CustomerPromise {
  const random = randomFrom(seed + 2_000_003);
  const hours = isMixed(seed) ? random.between(8, 18) * 10 : seed % 20 === 3 ? 40 : random.between(9, 12) * 10;
  return { journey, hours, percent: seed % 20 === 7 ? 96 : 92, goldHours: seed % 4 === 1 ? hours - 5 : undefined };
}

/**
 * One journey as an owner would write it: a choice with shares, a way back that is taken at most once or twice, and two
 * branches that run together until both are done. With that to the customer it makes six promises: two of its parts are
 * agreements of the teams, three stand in place.
 */
export function promiseJourneyText(domain: string, id: string, seed: number): string {
  const random = randomFrom(seed + 1_000_003);
  const title = id.replaceAll('-', ' ');
  return `apiVersion: waymark/v1
kind: Journey
id: ${id}
title: ${title.charAt(0).toUpperCase()}${title.slice(1)}
description: The customer says what is to be done. Nobody has to tell it twice.
version: 1.0.0
status: active
effective: {from: "2026-09-01"}
owner: ${domain}-cx
review: {cycle: P6M, next: "2027-04-20", forum: quarterly-cx}
level: end-to-end
customerGoal: It is done without chasing anyone
personas: [private-customer, business-customer]
scope: {excludes: [{lifecycle: acquire, reason: mapped by sales}, {lifecycle: leave, reason: the same for all}]}
volume: {cases: ${random.between(120, 64_000)}, per: P1Y, source: ${domain}-core}
ownership: {authority: [${domain}-ops, ${domain}-field], delegate: ${domain}-cx#deputy, stakeholders: [sales-office, platform, data-office]}
evidence: {confidence: evidenced, sources: [{system: ${domain}-core}]}
correlation: {caseKey: caseNumber}
slas: [${id}-promise]
kpis: {primary: [completion-rate, effort], secondary: [re-contact-rate]}
stages:
${stages(domain, random, isMixed(seed))}
handoffs:
  - {from: classify, to: visit, accept: ${domain}-assigned, reject: ${domain}-called-off}
`;
}

/** A promise in place, for every tier; on mixed calendars now and then by the hours of somebody else. */
function inPlace(random: Random, hours: number, isOnOthers: boolean): string {
  const calendar = isOnOthers && random.between(1, 3) > 1 ? `, calendar: ${random.pick(otherHours)}` : '';
  return `promise: {within: ${hours}h, percent: 99${calendar}}`;
}

function stages(d: string, random: Random, mixed: boolean): string {
  const part = (low: number, high: number): string => inPlace(random, random.between(low, high), mixed);
  const looks = random.between(4, 7);
  return `  - id: ask-us
    title: Ask
    lifecycle: use
    owner: ${d}-ops
    steps:
      - id: submit
        title: Customer asks
        lane: customer
        channel: ${random.pick(['app', 'web'])}
        systems: [${d}-portal]
        data: {collects: [request-text, photo, customer-contact], writes: [case-number]}
        events: {start: ${d}-started, complete: ${d}-submitted, abandon: ${d}-abandoned}
        time: ${random.between(2, 9)}-${random.between(10, 25)}m
        feels: {from: unsure, score: ${random.between(-2, 1)}}
        onFail: call
        next: confirm
      - {id: confirm, title: We confirm by SMS, lane: frontstage, type: notify, channel: sms, systems: [message-hub], events: {complete: ${d}-registered}, showsStatus: [received], next: classify}
      - id: call
        title: Agent takes the request
        lane: frontstage
        channel: phone
        systems: [${d}-core, ${d}-desk]
        entry: customer calls
        data: {collects: [request-text, customer-contact], writes: [case-number]}
        events: {complete: ${d}-registered}
        time: ${random.between(3, 7)}-${random.between(8, 20)}m
        next: classify
  - id: check
    title: Check
    owner: ${d}-ops
    steps:
      - id: classify
        title: Read it and choose the way
        lane: backstage
        systems: [${d}-core]
        automation: ${random.pick(['human', 'assisted'])}
        sla: ${d}-triage
        data: {reuses: [request-text]}
        events: {start: ${d}-registered, complete: ${d}-classified}
        next:
          - {to: visit, when: somebody has to look at it, share: 0.${looks}, hands: [request-text, customer-contact], sla: none, reason: the same event ends the reading and begins the visit}
          - {to: estimate, share: 0.${9 - looks}}
          - {to: ask, when: something is missing, share: 0.1, repeats: ${random.between(1, 2)}}
      - id: ask
        title: We ask for what is missing
        lane: frontstage
        channel: phone
        systems: [${d}-desk]
        ${part(4, 8)}
        events: {start: ${d}-classified, complete: ${d}-registered}
        time: ${random.between(2, 6)}-${random.between(7, 15)}m
        next: classify
      - id: estimate
        title: Estimate without a visit
        lane: backstage
        systems: [${d}-core]
        ${part(12, 20)}
        data: {reuses: [request-text], writes: [estimate]}
        events: {start: ${d}-classified, complete: ${d}-assessed}
        next: prepare
  - id: work
    title: Work
    owner: ${d}-field
    steps:
      - id: visit
        title: Specialist comes
        lane: frontstage
        channel: field
        systems: [${d}-tablet]
        ${part(24, 36)}
        data: {reuses: [request-text, customer-contact], writes: [estimate]}
        events: {start: ${d}-classified, complete: ${d}-assessed}
        next: [{to: prepare, hands: [request-text, estimate], sla: none, reason: the same event ends the visit and begins what follows}]
  - id: carry-out
    title: Carry out
    owner: ${d}-ops
    sla: ${d}-carry-out
    steps:
      - id: prepare
        title: Prepare what is to be done
        lane: backstage
        systems: [${d}-core]
        events: {start: ${d}-assessed, complete: ${d}-prepared}
        next: {all: [dispatch, invoice]}
      - {id: dispatch, title: What was ordered is sent, lane: backstage, systems: [${d}-core], events: {start: ${d}-prepared, complete: ${d}-dispatched}, next: close}
      - {id: invoice, title: Customer has the bill, lane: frontstage, type: notify, channel: letter, systems: [message-hub], events: {start: ${d}-prepared, complete: ${d}-invoiced}, next: close}
      - {id: close, title: Customer has the answer, lane: frontstage, type: notify, channel: letter, systems: [message-hub], waitsFor: [dispatch, invoice], events: {complete: ${d}-settled}, showsStatus: [settled], feels: {score: 2}, end: success}`;
}
