const header = (kind: string, id: string, title: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${title}\nversion: 1.0.0\nstatus: draft\nowner: desk\n`;

const active = (written: string): string => written.replace('draft', 'active');

const promise = (id: string, title: string, start: string, stop: string, rest: string): string => `${header('Sla', id, title)}type: sla\nmetric: duration\nconsumer: customer\nclock: {start: repair.${start}, stop: repair.${stop}}\ncalendar: 24x7\n${rest}`;

/**
 * A small workspace in which nothing can be mistaken for its neighbour: of promises, targets, stages, steps and roles none says the same
 * as the first, the last, or another one.
 */
export const unevenWorkspace: { readonly [path: string]: string } = {
  'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n',
  'teams.yaml': ['desk', 'lab', 'post'].map((id) => header('Team', id, `Team ${id}`)).join('---\n'),
  'systems.yaml': ['till', 'bench', 'van'].map((id) => header('System', id, `System ${id}`)).join('---\n'),
  'personas.yaml': `${header('Persona', 'owner', 'Owner of a radio')}tier: {name: plain, rank: 1}\n---\n${header('Persona', 'dealer', 'Dealer')}tier: {name: gold, rank: 2}\n`,
  'data.yaml': `${header('DataCatalog', 'catalogue', 'Catalogue')}elements:\n- {id: serial, title: Serial number, class: internal}\n- {id: fault, title: Fault, class: internal}\n- {id: bill, title: Bill, class: confidential}\n`,
  'kpis.yaml': [`${header('Kpi', 'days', 'Days of a repair')}unit: duration(d)\ndirection: down\nbaseline: {value: 9, period: "2025"}\ntarget: {value: 4, by: 2027-06-30}\n`, `${header('Kpi', 'again', 'Repaired again')}unit: percent\ndirection: down\nbaseline: {value: 12}\ntarget: {value: 5}\n`].join('---\n'),
  'promises.yaml': [
    promise('whole', 'Repaired', 'hand-in.completed', 'give-back.completed', 'targets:\n- {persona: dealer, within: 90h}\n- {within: 100h}\n- {tier: gold, within: 80h}\n'),
    promise('look', 'Looked at', 'hand-in.completed', 'find.completed', 'targets: [{within: 30h}]\n'),
    promise('part-look', 'Fault is found', 'hand-in.completed', 'find.completed', 'provider: lab\ntargets: [{within: 24h}]\nunderpins: [whole, look]\n'),
    promise('part-mend', 'Radio is mended', 'find.completed', 'mend.completed', 'provider: desk\ntargets: [{within: 40h}]\nunderpins: [whole]\n'),
    promise('part-send', 'Radio is sent', 'mend.completed', 'give-back.completed', 'provider: post\ntargets: [{persona: dealer, within: 8h}, {within: 11h}]\nunderpins: [whole]\n'),
    promise('late', 'Sent at once', 'mend.completed', 'give-back.completed', 'provider: post\ntargets: [{within: 10h}]\n'),
  ].join('---\n'),
  'errands.yaml': `${active(header('Journey', 'swap', 'Swap of a radio'))}customerGoal: Any radio plays
parent: repair
review: {cycle: P12M, next: 2026-11-22}
stages:
- {id: come, title: They come, steps: [{id: choose, title: Chooses a radio, lane: customer, end: success}]}
---
${header('Journey', 'call', 'Call about a radio')}customerGoal: I know how my radio is
parent: repair
stages:
- {id: ring, title: They ring, steps: [{id: ask, title: Asks for the radio, lane: customer, end: success}]}
`,
  'journey.yaml': `${active(header('Journey', 'repair', 'Repair of a radio'))}customerGoal: My radio plays again
personas: [owner, dealer]
slas: [look, whole, late]
kpis: {primary: [days], secondary: [again]}
review: {cycle: P12M, next: 2026-03-01}
stages:
- id: arrive
  title: It arrives
  owner: post
  raci: {responsible: [post], accountable: [desk], consulted: [lab], informed: [post]}
  pains: [{text: The queue is long}]
  steps:
  - {id: hand-in, title: Hands the radio in, lane: customer, systems: [till], data: {collects: [serial]}, feels: {score: -2}, next: take}
  - {id: take, title: Takes the radio, lane: frontstage, actor: desk, systems: [van], data: {writes: [serial]}, feels: {score: 1}, next: find}
- id: work
  title: It is worked on
  owner: lab
  raci: {responsible: [lab], accountable: [lab], consulted: [post], informed: [desk]}
  ideas: [{text: Send a picture}]
  steps:
  - {id: find, title: Finds the fault, lane: backstage, actor: lab, sla: part-look, systems: [bench], data: {reuses: [serial], writes: [fault]}, feels: {score: -1}, next: mend}
  - {id: mend, title: Mends the radio, lane: backstage, actor: lab, promise: {within: 40h}, systems: [till, bench], data: {reuses: [fault]}, next: give-back}
- id: leave
  title: It goes home
  steps:
  - {id: give-back, title: Brings the radio, lane: frontstage, actor: post, sla: part-send, systems: [van], data: {writes: [bill]}, feels: {score: 2}, next: thank}
  - {id: thank, title: Thanks for the radio, lane: customer, feels: {score: 0}, end: success}
`,
};
