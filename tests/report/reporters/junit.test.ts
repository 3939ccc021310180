import { expect, test } from 'vitest';
import { junit } from '../../../src/report/reporters/junit.js';
import { finding, fullRun, marked, run, view, workspace } from '../harness.js';

test('a suite for each workspace, a case for each file, a failure where the run fails', () => {
  expect(junit.report(fullRun(), view)).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="waymark" tests="4" failures="2">
<testsuite name="Insurance (insurance)" tests="2" failures="2">
<testcase classname="insurance" name="insurance/journeys/motor-claim.yaml" file="insurance/journeys/motor-claim.yaml">
<failure message="The slowest path needs 102 h, \`claim\` promises 100 h" type="sla/path-fits-target">insurance/journeys/motor-claim.yaml:3:10  error  The slowest path needs 102 h, \`claim\` promises 100 h  sla/path-fits-target
  fix: tighten \`ola-inspection\` to 28h, or promise 11d</failure>
</testcase>
<testcase classname="insurance" name="insurance/slas/claim.yaml" file="insurance/slas/claim.yaml">
<failure message="Another promise cannot be kept" type="sla/path-fits-target">insurance/slas/claim.yaml:2:9  error  Another promise cannot be kept  sla/path-fits-target</failure>
</testcase>
</testsuite>
<testsuite name="Broadband (broadband)" tests="2" failures="0">
<testcase classname="broadband" name="broadband/waymark.yaml" file="broadband/waymark.yaml">
<system-out>broadband/waymark.yaml  warning  The workspace has no purpose  doc/title
  fix: say what it is for</system-out>
</testcase>
<testcase classname="broadband" name="broadband/a b.yaml" file="broadband/a b.yaml">
<system-out>broadband/a b.yaml:1:8  info  A rule that has no card  new/rule</system-out>
</testcase>
</testsuite>
</testsuites>
`);
});

test('a clean workspace is one passing case', () => {
  expect(junit.report(run(workspace({})), view)).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="waymark" tests="1" failures="0">
<testsuite name="Insurance (.)" tests="1" failures="0">
<testcase classname="." name="no findings"/>
</testsuite>
</testsuites>
`);
});

test('several findings of a file are one failure that lists them all', () => {
  const span = marked('a.yaml', '[[x]]');
  const diagnostics = [finding({ span, message: 'one' }), finding({ span, message: 'two', rule: 'x/y' }), finding({ span, severity: 'warning', message: 'three' })];
  expect(junit.report(run(workspace({ diagnostics })), view)).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="waymark" tests="1" failures="1">
<testsuite name="Insurance (.)" tests="1" failures="1">
<testcase classname="." name="a.yaml" file="a.yaml">
<failure message="2 findings, first: one" type="sla/path-fits-target">a.yaml:1:1  error  one  sla/path-fits-target
a.yaml:1:1  error  two  x/y</failure>
<system-out>a.yaml:1:1  warning  three  sla/path-fits-target</system-out>
</testcase>
</testsuite>
</testsuites>
`);
});

test('the severity from which the run fails decides what is a failure', () => {
  const failures = (failOn: 'error' | 'warning' | 'info' | 'never'): string | undefined =>
    /<testsuites [^>]*failures="(\d+)"/.exec(junit.report(fullRun(), { ...view, failOn }))?.[1];
  expect([failures('error'), failures('warning'), failures('info'), failures('never')]).toEqual(['2', '3', '4', '0']);
});
