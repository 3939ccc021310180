import { describe, expect, it } from 'vitest';
import { registers } from '../../src/generate/registers.js';
import { targets } from '../../src/generate/targets/index.js';
import { describeWith } from '../support/tools.js';
import { benignWorkspace, contentOf, example, examples, generated, hostileWorkspace, rotations } from './generated.js';
import { complaintsAboutFile, readCsv, rowsOf, type Row } from './register-files.js';

const ids = new Set(registers.map(({ id }) => id));
const withRegisters = targets.filter(({ options }) => 'separator' in options).map(({ id }) => id);

/** What a spreadsheet may take for the beginning of a formula, wherever it thinks that cells begin. */
const formula = /(?:^|[,;\t\r\n])["\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/;

function inCells(rows: readonly Row[], columns: readonly string[]): readonly (readonly string[])[] {
  return rows.map((row) => columns.map((column) => (typeof row[column] === 'object' ? row[column].join('; ') : String(row[column] ?? ''))));
}

function registersOf(generation: Awaited<ReturnType<typeof generated>>): readonly string[] {
  return generation.files.flatMap(({ path }) => (ids.has(path.replace(/\.json$/, '')) ? [path.replace(/\.json$/, '')] : []));
}

it('every register belongs to a target', async () => {
  const written = await Promise.all(withRegisters.map(async (target) => registersOf(await generated(example('insurance'), target))));
  expect(written.flat().toSorted()).toEqual([...ids].toSorted());
});

describe.each(withRegisters)('the registers of %s', (target) => {
  describe.each(examples)('over %s', (name) => {
    it('fit their published schemas', async () => {
      const generation = await generated(example(name), target);
      for (const register of registersOf(generation)) expect(complaintsAboutFile(generation, register), register).toBeNull();
    });

    describeWith('python3', 'read by another program', () => {
      it.each(['comma', 'semicolon'] as const)('say the same as CSV with %s and as JSON', async (separator) => {
        const generation = await generated(example(name), target, { separator });
        const read = readCsv(registersOf(generation).map((register) => contentOf(generation, `${register}.csv`)), separator === 'comma' ? ',' : ';');
        for (const [index, register] of registersOf(generation).entries()) {
          const [columns, ...rows] = read[index]!;
          expect(columns).toEqual(registers.find(({ id }) => id === register)!.columns.map((column) => column.name));
          expect(rows).toEqual(inCells(rowsOf(generation, register), columns!));
        }
      });
    });
  });

  describeWith('python3', 'whatever somebody writes', () => {
    it('is a text of one cell, and nothing is run', async () => {
      const benign = await generated(benignWorkspace(), target);
      const all = registersOf(benign);
      for (const turn of [0, 1, 2, 3, 4]) {
        const generation = await generated(hostileWorkspace(Math.floor((turn * rotations) / 5)), target);
        const csv = all.map((register) => contentOf(generation, `${register}.csv`));
        expect(csv.map((text) => formula.exec(text)?.[0])).toEqual(all.map(() => undefined));
        expect(all.map((register) => complaintsAboutFile(generation, register))).toEqual(all.map(() => null));
        expect(all.map((register) => rowsOf(generation, register).length)).toEqual(all.map((register) => rowsOf(benign, register).length));
        for (const [index, [head, ...rows]] of readCsv(csv).entries()) expect(rows).toEqual(inCells(rowsOf(generation, all[index]!), head!));
      }
    }, 60_000);
  });
});
