/** A small workspace that every view has something to show of, with one text in every field that people write freely. */
export function drawnWorkspace(text: string): { readonly [path: string]: string } {
  const t = JSON.stringify(text);
  return {
    'waymark.yaml': `apiVersion: waymark/v1\nkind: Workspace\nid: drawn\ntitle: ${t}\nnamespace: example.drawn\n`,
    'directory.yaml': `apiVersion: waymark/v1
kind: Directory
id: people
title: ${t}
version: 1.0.0
status: active
owner: desk
teams:
  desk: {title: ${t}, roles: [{id: lead, title: ${t}}]}
  field: {title: ${t}}
systems:
  portal: {title: ${t}, emits: [{event: asked}, {event: answered}]}
data:
  name: {title: ${t}}
`,
    'persona.yaml': `apiVersion: waymark/v1\nkind: Persona\nid: holder\ntitle: ${t}\nversion: 1.0.0\nstatus: active\nowner: desk\n`,
    'glossary.yaml': `apiVersion: waymark/v1\nkind: Glossary\nid: words\ntitle: ${t}\nversion: 1.0.0\nstatus: active\nowner: desk\nstatuses:\n  - {code: got, preferred: ${t}}\n  - {code: over, preferred: ${t}}\n`,
    'sla.yaml': `apiVersion: waymark/v1\nkind: Sla\nid: answer\ntitle: ${t}\nversion: 1.0.0\nstatus: active\nowner: desk\ntype: sla\nmetric: duration\nprovider: desk\nconsumer: customer\nclock: {start: asked, stop: answered}\ntargets: [{within: 10h}]\n`,
    'part.yaml': `apiVersion: waymark/v1\nkind: Sla\nid: part\ntitle: ${t}\nversion: 1.0.0\nstatus: active\nowner: desk\ntype: ola\nmetric: duration\nprovider: desk\nconsumer: field\nclock: {start: asked, stop: answered}\ntargets: [{within: 9h}]\nunderpins: [answer]\n`,
    'kpi.yaml': `apiVersion: waymark/v1\nkind: Kpi\nid: share\ntitle: ${t}\nversion: 1.0.0\nstatus: draft\nowner: desk\nunit: count\nformula: {count: events, where: {event: answered}}\n`,
    'journey.yaml': `apiVersion: waymark/v1
kind: Journey
id: ask
title: ${t}
version: 1.0.0
status: draft
owner: desk
slas: [answer]
kpis: {primary: [share]}
stages:
  - id: before
    title: ${t}
    raci: {responsible: [desk], accountable: [desk#lead], consulted: [field], informed: [field]}
    steps:
      - {id: start, title: ${t}, lane: customer, entry: ${t}, feels: {from: ${t}, to: ${t}, score: -1, persona: holder}, events: {complete: asked}, next: {all: [sort, tell]}}
      - {id: sort, title: ${t}, lane: backstage, actor: desk, systems: [portal], feels: {score: 1}, promise: {within: 2h}, next: wrap}
      - {id: tell, title: ${t}, lane: frontstage, actor: desk, message: {text: ${t}}, showsStatus: [got], meanwhile: [{title: ${t}, after: 1h, times: 1, to: remind}], next: wrap}
      - {id: remind, title: ${t}, lane: frontstage, type: notify, actor: desk, end: side, endsAs: ${t}}
  - id: after
    title: ${t}
    steps:
      - {id: wrap, title: ${t}, lane: support, actor: desk, waitsFor: [sort, tell], onFail: visit, promise: {within: 3h}, next: [{to: visit, when: ${t}, share: 0.5, hands: [name], sla: none, reason: ${t}}, {to: done, label: ${t}, share: 0.5}]}
      - {id: visit, title: ${t}, lane: frontstage, actor: field, when: ${t}, feels: {score: 2}, next: [{to: done, hands: [name], sla: none, reason: ${t}}]}
      - {id: done, title: ${t}, lane: customer, showsStatus: [over], events: {complete: answered}, feels: {score: 2, persona: holder}, end: success, endsAs: ${t}}
`,
  };
}
