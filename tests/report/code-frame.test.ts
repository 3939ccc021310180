import { expect, test } from 'vitest';
import { codeFrame } from '../../src/report/code-frame.js';
import { marked } from './harness.js';

function frame(text: string): readonly string[] {
  return codeFrame(marked('a.yaml', text)).map((line) => `${line.gutter}|${line.text}`);
}

test('one line of context stands before and after', () => {
  expect(frame('one\ntwo\nthree: [[x]]\nfour\nfive\n')).toEqual(['2|two', '3|three: x', ' |       ^', '4|four']);
});

test('the first and the last line of a text have one neighbour', () => {
  expect(frame('[[one]]\ntwo')).toEqual(['1|one', ' |^^^', '2|two']);
  expect(frame('one\n[[two]]')).toEqual(['1|one', '2|two', ' |^^^']);
});

test('line ends of every system are understood', () => {
  expect(frame('one\r\n[[two]]\r\nthree')).toEqual(['1|one', '2|two', ' |^^^', '3|three']);
  expect(frame('one\r[[two]]\rthree')).toEqual(['1|one', '2|two', ' |^^^', '3|three']);
});

test('numbers are aligned', () => {
  expect(frame(`${'x\n'.repeat(8)}y: [[z]]\nlast`)).toEqual([' 8|x', ' 9|y: z', '  |   ^', '10|last']);
});

test('context without words is left out', () => {
  expect(frame('\n[[a]]\n   \n')).toEqual(['2|a', ' |^']);
});

test('a span over several lines is underlined to the end of its first line', () => {
  expect(frame('a: [[b c\nd]]')).toEqual(['1|a: b c', ' |   ^^^', '2|d']);
});

test('an empty span still has a caret, also at the end of a line and of the text', () => {
  expect(frame('a: [[]]b')).toEqual(['1|a: b', ' |   ^']);
  expect(frame('a:[[]]\nb')).toEqual(['1|a:', ' |  ^', '2|b']);
  expect(frame('a:[[]]')).toEqual(['1|a:', ' |  ^']);
});

test('there is no frame where there is nothing to see', () => {
  expect(frame('[[]]')).toEqual([]);
  expect(frame('a\n[[]]')).toEqual([]);
});

test('the caret stands under its text after tabs, wide characters, combining marks and escapes', () => {
  expect(frame('\ta:\t[[b]]')).toEqual(['1|  a:  b', ' |      ^']);
  expect(frame('\u4e2d\u{1f600}: [[\u4e2d]]')).toEqual(['1|\u4e2d\u{1f600}: \u4e2d', ' |      ^^']);
  expect(frame('e\u0301: [[b]]')).toEqual(['1|e\u0301: b', ' |   ^']);
  expect(frame('\u001b: [[\u202e]]')).toEqual(['1|\\u{1b}: \\u{202e}', ' |        ^^^^^^^^']);
});

test('a long line is cut around the span, and its neighbours with it', () => {
  const context = 'c'.repeat(300);
  expect(frame(`${context}\n${'a'.repeat(150)}[[bcd]]${'e'.repeat(200)}\nshort`)).toEqual([
    `1|…${'c'.repeat(120)}…`,
    `2|…${'a'.repeat(40)}bcd${'e'.repeat(77)}…`,
    ` |${' '.repeat(41)}^^^`,
  ]);
});

test('a long span is underlined as far as its line is shown', () => {
  expect(frame(`a: [[${'b'.repeat(500)}]]`)).toEqual([`1|a: ${'b'.repeat(117)}…`, ` |   ${'^'.repeat(117)}`]);
});

test('cutting never tears a character in two', () => {
  const [line] = codeFrame(marked('a.yaml', `x${'\u{1f600}'.repeat(100)}[[y]]${'\u{1f600}'.repeat(100)}`));
  expect(line?.text).toMatch(/^…\u{1f600}+y\u{1f600}+…$/u);
});

test('positions outside the text are taken as its ends', () => {
  const { source } = marked('a.yaml', '[[abc]]');
  expect(codeFrame({ source, start: -5, end: 99 }).map(({ text }) => text)).toEqual(['abc', '^^^']);
  expect(codeFrame({ source, start: 99, end: 120 }).map(({ text }) => text)).toEqual(['abc', '   ^']);
});
