import { randomFrom, type Random } from './random.js';

/** Ids of the steps of the journey that a seed makes. */
export function journeySteps(seed: number): readonly string[] {
  return stepTexts('', seed).map(({ id }) => id);
}

/** One journey of four stages and about ten steps, as an owner would write it. */
export function journeyText(domain: string, id: string, seed: number): string {
  const random = randomFrom(seed + 1_000_003);
  const title = id.replaceAll('-', ' ');
  return `apiVersion: waymark/v1
kind: Journey
id: ${id}
title: ${title.charAt(0).toUpperCase()}${title.slice(1)}
description: The customer says ${random.pick(subjects)}. ${random.pick(promises)}
version: 1.0.0
status: active
effective: {from: "2026-09-01"}
owner: ${domain}-cx
review: {cycle: P6M, next: "2027-04-20", forum: quarterly-cx}
level: end-to-end
customerGoal: ${random.pick(goals)}
personas: [private-customer, business-customer]
scope: {excludes: [{lifecycle: acquire, reason: mapped by sales}, {lifecycle: leave, reason: the same for all}]}
volume: {cases: ${random.between(120, 64_000)}, per: P1Y, source: ${domain}-core}
ownership: {authority: [${domain}-ops, ${domain}-field], delegate: ${domain}-cx#deputy, stakeholders: [sales-office, platform, data-office]}
evidence: {confidence: evidenced, sources: [{system: ${domain}-core}]}
correlation: {caseKey: caseNumber}
slas: [${domain}-settlement]
kpis: {primary: [completion-rate, effort], secondary: [re-contact-rate]}
stages:
${stageTexts(domain, stepTexts(domain, seed))}
handoffs:
  - {from: classify, to: visit, accept: ${domain}-assigned, reject: ${domain}-called-off}
  - {from: visit, to: decide, accept: ${domain}-assessed, reject: ${domain}-missed}
`;
}

const subjects = ['what went wrong', 'what is to be changed', 'what is missing', 'what the bill should say', 'when it suits'] as const;
const promises = ['Nine of ten answers leave within ten days.', 'Business customers wait two days less.', 'Nobody has to tell it twice.', 'Most of it needs no visit.'] as const;
const goals = ['It works again without chasing anyone', 'I know on the same day what happens next', 'I pay what I owe and not a cent more', 'Somebody competent looks at it once'] as const;
const complaints = ['Upload stops on a slow connection', 'The number is asked for twice', 'Nobody says how long it takes', 'The slot ends before I am home'] as const;
const feelings = ['calm', 'unsure', 'waiting', 'relieved', 'annoyed', 'curious', 'hopeful'] as const;

interface StepText {
  readonly id: string;
  readonly stage: 'ask' | 'check' | 'work' | 'answer';
  /** The fields after the id, in the flow style that fits on one line, or as a block. */
  readonly text: string;
}

const stages = [
  { id: 'ask', title: 'Ask', team: 'ops' },
  { id: 'check', title: 'Check', team: 'ops' },
  { id: 'work', title: 'Work', team: 'field' },
  { id: 'answer', title: 'Answer', team: 'ops' },
] as const;

function stageTexts(domain: string, steps: readonly StepText[]): string {
  return stages.map(({ id, title, team }) => `  - id: ${id}
    title: ${title}
${id === 'ask' ? '    lifecycle: use\n' : ''}    owner: ${domain}-${team}
    steps:
${steps.filter(({ stage }) => stage === id).map(({ text }) => text).join('\n')}`).join('\n');
}

/** Which of the optional steps a journey has. */
interface Shape {
  readonly hasReminder: boolean;
  readonly hasQuestion: boolean;
}

function stepTexts(domain: string, seed: number): readonly StepText[] {
  const random = randomFrom(seed);
  const shape: Shape = { hasReminder: random.between(1, 10) <= 4, hasQuestion: random.between(1, 10) <= 4 };
  const steps: readonly (StepText | undefined)[] = [
    { id: 'submit', stage: 'ask', text: submit(domain, random, shape) },
    { id: 'confirm', stage: 'ask', text: `      - {id: confirm, title: We confirm by SMS, lane: frontstage, type: notify, channel: sms, systems: [message-hub], events: {complete: ${domain}-registered}, showsStatus: [received], next: classify}` },
    { id: 'call', stage: 'ask', text: call(domain, random) },
    shape.hasReminder ? { id: 'remind', stage: 'ask', text: '      - {id: remind, title: We remind of it, lane: frontstage, type: notify, channel: sms, systems: [message-hub], end: side}' } : undefined,
    { id: 'classify', stage: 'check', text: classify(domain, random, shape) },
    shape.hasQuestion ? { id: 'explain', stage: 'check', text: `      - {id: explain, title: We ask for what is missing, lane: frontstage, channel: phone, systems: [${domain}-desk], time: ${random.between(2, 6)}-${random.between(7, 15)}m, next: classify}` } : undefined,
    { id: 'visit', stage: 'work', text: visit(domain) },
    { id: 'decide', stage: 'answer', text: decide(domain) },
    { id: 'inform', stage: 'answer', text: `      - {id: inform, title: Customer has the answer, lane: frontstage, type: notify, channel: letter, systems: [message-hub], sla: ${domain}-answer, events: {start: ${domain}-decided, complete: ${domain}-settled}, showsStatus: [settled], feels: {score: 2}, end: success}` },
    { id: 'decline', stage: 'answer', text: `      - {id: decline, title: Customer is told why not, lane: frontstage, type: notify, channel: letter, systems: [message-hub], sla: ${domain}-answer, events: {start: ${domain}-decided, complete: ${domain}-declined}, end: failure}` },
  ];
  return steps.filter((step) => step !== undefined);
}

function submit(d: string, random: Random, { hasReminder }: Shape): string {
  return `      - id: submit
        title: Customer asks
        lane: customer
        channel: ${random.pick(['app', 'app', 'web'])}
        systems: [${d}-portal]
        data: {collects: [request-text, photo, customer-contact], writes: [case-number]}
        events: {start: ${d}-started, complete: ${d}-submitted, abandon: ${d}-abandoned}
        time: ${random.between(2, 9)}-${random.between(10, 25)}m
        feels: {from: ${random.pick(feelings)}, score: ${random.between(-2, 1)}}
${random.between(1, 2) === 1 ? `        pains: [{text: ${random.pick(complaints)}, hits: customer}]\n` : ''}${hasReminder ? `        meanwhile: [{after: ${random.between(1, 3)}d, times: 1, to: remind}]\n` : ''}        onFail: call
        next: confirm`;
}

function call(d: string, random: Random): string {
  return `      - id: call
        title: Agent takes the request
        lane: frontstage
        channel: phone
        systems: [${d}-core, ${d}-desk]
        entry: customer calls
        data: {collects: [request-text, customer-contact], writes: [case-number]}
        events: {complete: ${d}-registered}
        time: ${random.between(3, 7)}-${random.between(8, 20)}m
        next: classify`;
}

function classify(d: string, random: Random, { hasQuestion }: Shape): string {
  const share = random.between(4, 8);
  const question = hasQuestion ? '\n          - {to: explain, when: something is missing, share: 0.1, repeats: 2}' : '';
  return `      - id: classify
        title: Read it and choose the way
        lane: backstage
        systems: [${d}-core]
        automation: ${random.pick(['human', 'assisted'])}
        sla: ${d}-triage
        data: {reuses: [request-text]}
        events: {start: ${d}-registered, complete: ${d}-classified}
        next:
          - {to: visit, when: somebody has to look at it, share: 0.${share}, hands: [request-text, customer-contact], sla: ${d}-hand-to-field}${question}
          - {to: decide, share: 0.${(hasQuestion ? 9 : 10) - share}}`;
}

function visit(d: string): string {
  return `      - id: visit
        title: Specialist comes
        lane: frontstage
        channel: field
        systems: [${d}-tablet]
        sla: ${d}-visit
        data: {reuses: [request-text, customer-contact], writes: [estimate]}
        events: {start: ${d}-assigned, complete: ${d}-visited, fail: ${d}-missed}
        next: [{to: decide, hands: [request-text, estimate], sla: ${d}-hand-to-desk}, {to: visit, when: {event: ${d}-missed}, repeats: 1}]`;
}

function decide(d: string): string {
  return `      - id: decide
        title: Decide and write down why
        lane: backstage
        type: approval
        systems: [${d}-core]
        sla: ${d}-decision
        data: {reuses: [request-text, estimate], writes: [decision-note]}
        events: {start: ${d}-assessed, complete: ${d}-decided}
        next: [{to: inform, when: granted}, {to: decline}]`;
}
