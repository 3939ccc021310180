import type { GeneratedFile } from './generate-workspace.js';

/** A sound workspace as a newcomer has it: its own file, one team and one journey of about four kilobytes. */
export function smallWorkspace(): readonly GeneratedFile[] {
  return [
    { path: 'waymark.yaml', content: 'apiVersion: waymark/v1\nkind: Workspace\nid: first\ntitle: First workspace\n' },
    { path: 'service.yaml', content: 'apiVersion: waymark/v1\nkind: Team\nid: service\ntitle: Service\nversion: 0.1.0\nstatus: draft\nowner: service\n' },
    { path: 'journeys/repair.yaml', content: journey },
  ];
}

const journey = `apiVersion: waymark/v1
kind: Journey
id: repair
title: Repair from the first call to the working machine
version: 0.1.0
status: draft
owner: service
customerGoal: The machine works again on the day I was told
stages:
${stage('report', 'Report', 'customer')}
${stage('plan', 'Plan', 'backstage')}
${stage('visit', 'Visit', 'frontstage')}
${stage('close', 'Close', 'frontstage')}
      - {id: thank, title: We thank and ask how it was, lane: frontstage, channel: sms, end: success}
`;

/** Three steps, as somebody writes them down in a first workshop. */
function stage(id: string, title: string, lane: string): string {
  const channel = lane === 'backstage' ? '' : '\n        channel: phone';
  return `  - id: ${id}
    title: ${title}
    steps:
${['begin', 'work', 'end'].map((part) => step(`${id}-${part}`, `${title}, ${part} of it`, `lane: ${lane}${channel}`)).join('\n')}`;
}

function step(id: string, title: string, more: string): string {
  return `      - id: ${id}
        title: ${title}
        ${more}
        time: 10-20m
        feels: {from: unsure, to: calm, score: 0}
        pains: [{text: Somebody has to look for the number of the machine, hits: customer}]
        ideas: [{text: The plate on the machine shows a code for the camera, impact: high, effort: low}]`;
}
