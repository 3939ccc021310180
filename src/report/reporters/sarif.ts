import type { Location, Log, PhysicalLocation, Region, ReportingDescriptor, Result } from 'sarif';
import type { Diagnostic, RelatedPlace, Severity } from '../../base/diagnostic.js';
import type { Span } from '../../base/source.js';
import { printJson } from '../escape/json.js';
import { relativeUri, sarifMessage } from '../escape/sarif.js';
import { findingsOf, paragraph, type FiledFinding } from '../findings.js';
import { fingerprints } from '../fingerprint.js';
import { placeOf } from '../place.js';
import type { Reporter, Results, RuleCard } from '../reporter.js';

/** SARIF 2.1.0, for code scanning and for security dashboards. */
export const sarif: Reporter = {
  id: 'sarif',
  summary: 'SARIF 2.1.0 for code scanning and dashboards.',
  report: (results) => printJson(log(results)),
};

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;
const base = '%SRCROOT%';

function log(results: Results): Log {
  const findings = findingsOf(results.workspaces);
  const cards = ruleCards(results.rules, findings);
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: results.tool.name, version: results.tool.version, rules: cards.map(descriptor) } },
        automationDetails: { id: `${results.tool.name}/${results.command}/` },
        originalUriBaseIds: { [base]: { description: { text: 'The folder that the command ran in.' } } },
        columnKind: 'utf16CodeUnits',
        results: resultsOf(findings, cards),
        properties: { asOf: results.asOf },
      },
    ],
  };
}

/** The rules of the run, and after them a bare card for each code that only a finding knows. */
function ruleCards(rules: readonly RuleCard[], findings: readonly FiledFinding[]): readonly RuleCard[] {
  const cards = new Map(rules.map((card) => [card.code, card]));
  for (const { diagnostic } of findings) {
    const { code, rule: id, severity, why = id } = diagnostic;
    if (!cards.has(code)) cards.set(code, { code, id, severity, summary: id, rationale: why });
  }
  return [...cards.values()];
}

function descriptor({ code, id, summary, severity, helpUri, ...card }: RuleCard): ReportingDescriptor {
  const rationale = paragraph(card.rationale);
  return {
    id: code,
    name: id,
    shortDescription: { text: sarifMessage(summary) },
    fullDescription: { text: sarifMessage(rationale) },
    help: { text: sarifMessage(`${rationale} More: waymark explain ${id}`) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultsOf(findings: readonly FiledFinding[], cards: readonly RuleCard[]): Result[] {
  const names = fingerprints(findings);
  const indices = new Map(cards.map(({ code }, index) => [code, index]));
  return findings.map((finding, index) => ({
    ruleId: finding.diagnostic.code,
    ruleIndex: indices.get(finding.diagnostic.code) ?? -1,
    level: levels[finding.diagnostic.severity],
    message: { text: sarifMessage(sentences(finding.diagnostic)) },
    locations: [location(finding)],
    ...relatedLocations(finding.diagnostic.related),
    partialFingerprints: { 'waymarkFinding/v1': names[index] ?? '' },
  }));
}

/** What is wrong first, because short lists show only the beginning, then the next step in a paragraph of its own. */
function sentences({ message, hint }: Diagnostic): string {
  return hint === undefined ? message : `${message}\n\nFix: ${hint}`;
}

function location({ diagnostic: { span, subject }, file }: FiledFinding): Location {
  return {
    // Code scanning drops results without a line, so a finding about a whole workspace stands at the top of its file.
    physicalLocation: span === undefined ? { artifactLocation: artifact(file), region: { startLine: 1 } } : physical(span),
    ...(subject === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: subject }] }),
  };
}

function relatedLocations(related: readonly RelatedPlace[] = []): Pick<Result, 'relatedLocations'> {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map(({ message, span }, index) => ({
      id: index + 1,
      physicalLocation: physical(span),
      message: { text: sarifMessage(message) },
    })),
  };
}

function physical(span: Span): PhysicalLocation {
  return { artifactLocation: artifact(span.source.uri), region: region(span) };
}

function artifact(path: string): { uri: string; uriBaseId: string } {
  return { uri: relativeUri(path), uriBaseId: base };
}

function region(span: Span): Region {
  const { start, end } = placeOf(span);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
