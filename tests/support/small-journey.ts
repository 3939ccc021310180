/** A sound journey in which tests make one mistake each. */
export const smallJourney = `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 0.1.0
status: draft
owner: cards
effective: {from: 2026-09-01}
personas: [holder]
labels: {area: retail}
links: [{title: Wiki, url: https://wiki.example/cards}]
volume: {cases: 1200, per: P1Y}
stages:
  - id: report
    title: Report
    steps:
      - id: call
        title: Holder calls
        lane: customer
        channel: [phone, app]
        feels: {from: worried, score: -1}
        data: {collects: [card-number]}
        next: [block, {to: verify, when: number unknown, share: 0.2, repeats: 1}]
      - id: verify
        title: Agent verifies the holder
        lane: frontstage
        systems: [crm]
        time: 2-4m
        when: {element: card-number, op: eq, value: none}
        promise: {within: 15m, percent: 95}
        next: block
      - id: block
        title: Card is blocked
        lane: backstage
        effort: 3
        end: success
`;
